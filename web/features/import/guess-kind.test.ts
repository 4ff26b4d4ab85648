import { expect, test } from 'vitest'
import { guessKind, headerOf } from './guess-kind.ts'

test('each kind is known by its columns, whatever the file is called', () => {
  const guess = (header: string) => guessKind('export.csv', `${header}\nx`)
  expect(guess('number,name,email,contract,share_percent,skills')).toBe('people')
  expect(guess('code,name,hours_per_week,max_hours_per_week')).toBe('contracts')
  expect(guess('code,name,zone')).toBe('sites')
  expect(guess('code;name;start;end;break_minutes')).toBe('shift-types')
  expect(guess('person,from,until,reason')).toBe('time-off')
  expect(guess('person,kind,from,weight')).toBe('wishes')
  expect(guess('site,shift_type,day,heads')).toBe('demand')
  expect(guess('code,name')).toBe('skills')
})

test('the name decides between kinds with the same columns', () => {
  expect(guessKind('contracts.csv', 'code,name\n')).toBe('contracts')
  expect(guessKind('skills.csv', 'code,name\n')).toBe('skills')
})

test('a byte order mark, quotes, capitals and any separator are understood', () => {
  expect(headerOf('\uFEFF"Number";"Name"\r\n1;Ana')).toEqual(['number', 'name'])
})

test('a file that fits nothing is not guessed', () => {
  expect(guessKind('export.csv', 'a,b,c\n1,2,3')).toBeNull()
})
