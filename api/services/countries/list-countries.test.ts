import { expect, test } from 'vitest'
import { listCountries } from './list-countries.ts'

test('every country has its name in the language asked for, in the order of that language', () => {
  const german = listCountries('de')
  expect(german).toHaveLength(249)
  expect(german.find(({ code }) => code === 'AT')).toEqual({ code: 'AT', name: 'Österreich' })
  // Ö is sorted with O in German.
  const names = german.map(({ name }) => name)
  expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Polen'))
  expect(listCountries('en').find(({ code }) => code === 'AT')?.name).toBe('Austria')
})

test('no code is without a name', () => {
  expect(listCountries('en').filter(({ code, name }) => code === name)).toEqual([])
})
