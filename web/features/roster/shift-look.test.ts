import { expect, test } from 'vitest'
import { smallRoster } from './roster-testkit.ts'
import { clockSpan, shortCodes, timeText } from './shift-look.ts'

const type = (id: string, code: string, name: string) => ({ id, code, name, colour: null, tags: [] })

test('short codes are the types’ own where they fit, and tell all types apart', () => {
  const codes = shortCodes([
    type('1', 'E', 'Early'),
    type('2', 'EVENING', 'Evening'),
    type('3', 'night-icu', 'Night ICU'),
    type('4', 'NIGHT', 'Night'),
  ])
  expect([...codes.values()]).toEqual(['E', 'EV', 'NI', 'N'])
  expect(new Set(codes.values()).size).toBe(4)
})

test('a night ends after midnight on its own day’s clock', () => {
  const night = smallRoster().shifts.find((shift) => shift.id === 'n1')
  expect(night && clockSpan(night)).toEqual({ startMin: 1320, endMin: 1800 })
  expect(night && timeText(night)).toBe('22:00–06:00')
  expect(night && timeText(night, true)).toBe('22–6')
})
