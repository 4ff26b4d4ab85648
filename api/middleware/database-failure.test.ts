import { expect, test } from 'vitest'
import { asDomainError } from './database-failure.ts'

test.each([
  'Error connecting to database: fetch failed',
  'Connection terminated unexpectedly',
  'remaining connection slots are reserved for roles with the SUPERUSER attribute',
  'sorry, too many clients already',
])('a database that does not answer is said to be away: %s', (message) => {
  const wrapped = new Error('Failed query: select 1', { cause: new Error(message) })
  expect(asDomainError(wrapped)).toMatchObject({ code: 'unavailable', status: 503 })
})

test('what no user can mend stays a failure of ours', () => {
  expect(asDomainError(new Error('column "x" does not exist'))).toBeNull()
  expect(asDomainError('nothing')).toBeNull()
})
