import { expect, test } from 'vitest'
import { ApiError } from '../../api/request.ts'
import { failureText, fieldErrors } from './field-errors.ts'

const refused = (...fields: [string, string][]) =>
  new ApiError('validation_failed', 400, 'The body is not valid.', {
    fields: fields.map(([field, message]) => ({ in: 'body', field, message })),
  })

test('what is said of a field stands beside it, the first sentence of each', () => {
  const error = refused(['email', 'No address'], ['email', 'Too long'], ['skills.2.level', 'At most 5'])
  expect(fieldErrors(error)).toEqual({ email: 'No address', skills: 'At most 5' })
  expect(failureText(error, ['email', 'skills'])).toBeNull()
})

test('what no field of the form can show is said above it', () => {
  expect(failureText(refused(['zone', 'Unknown']), ['email'])).toBe('The body is not valid.')
  expect(failureText(new ApiError('conflict', 409, 'Shifts lie ahead.'), ['email'])).toBe('Shifts lie ahead.')
  expect(fieldErrors(new Error('No answer'))).toEqual({})
  expect(failureText(new Error('No answer'), [])).toBe('No answer')
})

test('a stale version is told elsewhere: the record is loaded anew', () => {
  expect(failureText(new ApiError('version_conflict', 409, 'The employee is at version 3.'), [])).toBeNull()
})
