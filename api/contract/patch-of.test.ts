import { expect, test } from 'vitest'
import * as z from 'zod'
import { patchOf } from './patch-of.ts'
import { employeeUpdate } from './people.ts'

const patch = patchOf(z.strictObject({ name: z.string().min(1), tags: z.array(z.string()).default([]) }))

test('a field that is not sent stays absent, also where creation has a default', () => {
  expect(patch.parse({})).toEqual({})
  expect(patch.parse({ tags: ['a'] })).toEqual({ tags: ['a'] })
  expect(employeeUpdate.parse({ name: 'Ada' })).toEqual({ name: 'Ada' })
})

test('what is sent is judged as at creation, and unknown fields are refused', () => {
  expect(patch.safeParse({ name: '' }).success).toBe(false)
  expect(patch.safeParse({ nmae: 'Ada' }).success).toBe(false)
})
