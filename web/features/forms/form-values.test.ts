import { expect, test } from 'vitest'
import { changedFields, numberOf, textOf } from './form-values.ts'

const filled = (values: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

test('an empty field is no value, and a comma may stand for the point', () => {
  const form = filled({ name: '  Ada ', email: ' ', pay: '21,50', days: 'x' })
  expect([textOf(form, 'name'), textOf(form, 'email'), textOf(form, 'missing')]).toEqual(['Ada', null, null])
  expect([numberOf(form, 'pay'), numberOf(form, 'days'), numberOf(form, 'email')]).toEqual([21.5, null, null])
})

test('a change carries only what was touched, lists compared by what is in them', () => {
  const before = { name: 'Ada', email: null, siteIds: ['a', 'b'], version: 3 }
  expect(changedFields(before, { name: 'Ada', email: 'a@b.example', siteIds: ['a', 'b'] })).toEqual({
    email: 'a@b.example',
  })
  expect(changedFields(before, { siteIds: ['a'] })).toEqual({ siteIds: ['a'] })
})
