import { expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid } from '../../errors.ts'
import { requireMayGive, requireScopable } from './plan-membership.ts'

const give = (change: Partial<Parameters<typeof requireMayGive>[0]>) => () =>
  requireMayGive({ actor: 'owner', from: 'viewer', to: 'viewer', owners: 1, ...change })

test('only owners make and unmake owners', () => {
  expect(give({ to: 'owner' })).not.toThrow()
  expect(give({ actor: 'admin', to: 'owner' })).toThrow(Forbidden)
  expect(give({ actor: 'admin', from: 'owner', to: null, owners: 2 })).toThrow(Forbidden)
  expect(give({ actor: 'admin', from: 'manager', to: 'admin' })).not.toThrow()
})

test('the last owner stays, whoever asks; one of two may go', () => {
  expect(give({ from: 'owner', to: 'admin' })).toThrow(Conflict)
  expect(give({ from: 'owner', to: null })).toThrow(Conflict)
  expect(give({ from: 'owner', to: null, owners: 2 })).not.toThrow()
  expect(give({ from: 'owner', to: 'owner' })).not.toThrow()
})

test('a role that reaches everything is bound to nothing', () => {
  const scopes = { siteIds: ['s'], departmentIds: [] }
  expect(() => requireScopable('admin', scopes)).toThrow(Invalid)
  expect(() => requireScopable('owner', { siteIds: [], departmentIds: ['d'] })).toThrow(Invalid)
  expect(() => requireScopable('manager', scopes)).not.toThrow()
  expect(() => requireScopable('owner', { siteIds: [], departmentIds: [] })).not.toThrow()
})
