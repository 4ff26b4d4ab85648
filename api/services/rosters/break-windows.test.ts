import { expect, test } from 'vitest'
import { breakWindows } from './break-windows.ts'

const piece = (afterMinutes: number, minutes: number) => ({ afterMinutes, minutes })

test('a break moves by half an hour at most, and never beyond the edges of the shift', () => {
  expect(breakWindows([piece(240, 30)], 480)).toEqual([{ minutes: 30, earliestMinutes: 210, latestMinutes: 270 }])
  expect(breakWindows([piece(20, 30)], 480)).toEqual([{ minutes: 30, earliestMinutes: 0, latestMinutes: 40 }])
  expect(breakWindows([piece(440, 30)], 480)).toEqual([{ minutes: 30, earliestMinutes: 430, latestMinutes: 450 }])
})

test('two breaks never meet, wherever they begin', () => {
  const [first, second] = breakWindows([piece(200, 15), piece(255, 30)], 480)
  expect(first).toEqual({ minutes: 15, earliestMinutes: 180, latestMinutes: 220 })
  expect(second).toEqual({ minutes: 30, earliestMinutes: 235, latestMinutes: 275 })
})

test('a break that the shift has no room for is left out', () => {
  expect(breakWindows([piece(240, 30), piece(460, 15)], 470)).toEqual([
    { minutes: 30, earliestMinutes: 210, latestMinutes: 270 },
  ])
})
