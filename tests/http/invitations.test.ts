// From an invitation to a working member, over the wire; the code is read from the message that waits to be mailed.
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { Client, newOwner, newUser } from './client.ts'

const codeFor = async (email: string): Promise<string> => {
  const db = new pg.Client({ connectionString: inject('stack').ownerUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ token: string }>(
      `select payload -> 'data' ->> 'token' as token from outbox where topic = 'email' and payload ->> 'to' = $1`,
      [email],
    )
    return rows[0]?.token ?? ''
  } finally {
    await db.end()
  }
}

test('who is invited signs up, shows the code, and works as far as the role reaches', async () => {
  const ada = await newOwner()
  const site = async (code: string) =>
    (await ada.post<{ id: string }>('/sites', { code, name: code, zone: 'Europe/Berlin' })).data.id
  const [north] = [await site('north'), await site('south')]
  const bo = await newUser('Bo')
  const invited = await ada.post<{ id: string; state: string }>('/invitations', {
    email: bo.email,
    role: 'manager',
    siteIds: [north],
  })
  expect([invited.status, invited.data.state]).toEqual([201, 'pending'])
  const token = await codeFor(bo.email)
  expect((await (await newUser('Eve')).post('/invitations/accept', { token })).status).toBe(403)
  expect((await new Client().post('/invitations/accept', { token })).status).toBe(401)
  const accepted = await bo.post('/invitations/accept', { token })
  expect([accepted.status, accepted.data]).toEqual([200, { organisationId: ada.orgId, role: 'manager' }])
  const roster = await bo.post<{ siteIds: string[] }>('/rosters', { name: 'X', start: '2027-03-01', days: 7 })
  expect(roster.data.siteIds).toEqual([north])
  const members = await ada.get<{ id: string; userId: string }[]>('/members')
  const member = members.data.find(({ userId }) => userId === bo.userId)
  expect((await ada.send('DELETE', `/api/v1/members/${member?.id}`)).status).toBe(204)
  expect((await bo.get('/rosters')).status).toBe(404)
})

test('an organisation is gone for everybody once its owner has deleted it', async () => {
  const ada = await newOwner('Short-lived')
  await ada.post('/skills', { code: 'x', name: 'X' })
  expect((await ada.post('/organisation/delete', { name: 'Wrong' })).status).toBe(400)
  expect((await ada.post('/organisation/delete', { name: 'Short-lived' })).status).toBe(204)
  expect((await ada.get('/skills', { headers: { 'X-Organisation-Id': ada.orgId } })).status).toBe(404)
  expect((await ada.get<{ organisations: unknown[] }>('/me')).data.organisations).toEqual([])
})
