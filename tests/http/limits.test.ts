// How a caller learns how much is left. The shared stack takes a hundred times as much as usual, so nobody is refused here.
import { expect, test } from 'vitest'
import { asAuth, Client, newMember, newOwner } from './client.ts'

const standing = (headers: Headers) => {
  const [, name, quota] = /^"([\w-]+)";q=(\d+);w=60$/.exec(headers.get('RateLimit-Policy') ?? '') ?? []
  const [, same, remaining] = /^"([\w-]+)";r=(\d+);t=\d+$/.exec(headers.get('RateLimit') ?? '') ?? []
  expect(same).toBe(name)
  return { name, quota: Number(quota), remaining: Number(remaining) }
}

test('every answer says which limit counts and what remains, refusals as well', async () => {
  const ada = await newOwner()
  const employee = await newMember(ada.orgId, 'employee')
  expect(standing((await ada.get('/skills')).headers)).toMatchObject({ name: 'admin', quota: 100_000 })
  expect(standing((await employee.get('/skills')).headers)).toMatchObject({ name: 'signed-in', quota: 50_000 })
  const stranger = await new Client().get('/skills')
  expect([stranger.status, standing(stranger.headers).name]).toEqual([401, 'public'])
})

test('a request more is one less that remains', async () => {
  const ada = await newOwner()
  const first = standing((await ada.get('/skills')).headers)
  const second = standing((await ada.get('/sites')).headers)
  expect(second.remaining).toBe(first.remaining - 1)
})

test('who is given another role is counted by its limit from the next request on', async () => {
  const ada = await newOwner()
  const member = await newMember(ada.orgId, 'employee')
  const standingAs = async (role: string) => {
    await asAuth((db) =>
      db.query('update members set role = $1 where user_id = $2 and org_id = $3', [role, member.userId, ada.orgId]),
    )
    return standing((await member.get('/rosters')).headers).name
  }
  expect([await standingAs('employee'), await standingAs('admin'), await standingAs('employee')]).toEqual([
    'signed-in',
    'admin',
    'signed-in',
  ])
})
