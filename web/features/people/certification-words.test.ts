import { expect, test } from 'vitest'
import { certificationState } from './certification-words.ts'

const day = '2027-03-01'
const word = (expiresOn: string | null, state: Parameters<typeof certificationState>[0]['state'] = 'active') =>
  certificationState({ state, expiresOn }, day)

test('a paper in force tells its end from ninety days on, and presses in the last week', () => {
  expect([word(null), word('2027-06-01')].map((one) => one.word)).toEqual(['In force', 'In force'])
  expect(word('2027-05-30')).toEqual({ kind: 'warning', word: '90 days left' })
  expect(word('2027-03-08')).toEqual({ kind: 'danger', word: '7 days left' })
  expect(word('2027-03-01').word).toBe('Last day today')
})

test('what is not in force says so, whatever its end', () => {
  expect(word('2027-03-08', 'revoked').word).toBe('Revoked')
  expect(word('2027-03-08', 'pending').word).toBe('Not there yet')
  expect(word('2027-02-28', 'expired').word).toBe('Expired')
})
