import { expect, test } from 'vitest'
import { countText, durationText, hoursText, listText } from './numbers.ts'

test('lengths read as hours and minutes', () => {
  expect([durationText(45), durationText(480), durationText(510)]).toEqual(['45 min', '8 h', '8 h 30 min'])
  expect([hoursText(9120), hoursText(2250), hoursText(2400 - 1)]).toEqual(['152', '37.5', '40'])
})

test('counts and lists read as English', () => {
  expect([countText(1, 'shift'), countText(1234, 'shift'), countText(2, 'person', 'people')]).toEqual([
    '1 shift',
    '1,234 shifts',
    '2 people',
  ])
  expect([listText([]), listText(['Ana']), listText(['Ana', 'Ben']), listText(['Ana', 'Ben', 'Cy'])]).toEqual([
    '',
    'Ana',
    'Ana and Ben',
    'Ana, Ben and Cy',
  ])
})
