import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import { siteCreate } from '../../contract/workforce.ts'
import { failureOf, testMembers } from '../tests/test-context.ts'
import { createSite } from './create-site.ts'
import { getTravel } from './get-travel.ts'
import { setTravel } from './set-travel.ts'

const database = testDatabase()
let members: Awaited<ReturnType<typeof testMembers>>
let ids: { berlin: string; potsdam: string; nowhere: string }
beforeAll(async () => {
  members = await testMembers(database)
  const add = async (name: string, more: object = {}) =>
    (await createSite(members.owner, siteCreate.parse({ code: name, name, zone: 'Europe/Berlin', ...more }))).id
  ids = {
    berlin: await add('Berlin', {
      latitude: 52.52,
      longitude: 13.405,
      country: 'DE',
      region: 'BE',
      geofenceMetres: 150,
    }),
    potsdam: await add('Potsdam', { latitude: 52.3906, longitude: 13.0645 }),
    nowhere: await add('Nowhere'),
  }
}, 60_000)

test('ways are given, given for the way back, worked out, or unknown, and a new list replaces the old one', async () => {
  const { owner } = members
  const { berlin, potsdam, nowhere } = ids
  expect((await getTravel(owner, berlin)).times).toMatchObject([
    { toSiteId: nowhere, minutes: null, metres: null, source: null },
    { toSiteId: potsdam, minutes: 46, source: 'great-circle' },
  ])
  const times = [{ toSiteId: potsdam, minutes: 35, metres: 31_000 }]
  expect(await setTravel(owner, { id: berlin, version: 1, times })).toMatchObject({
    times: [{ source: null }, { minutes: 35, metres: 31_000, source: 'given' }],
    version: 2,
  })
  expect((await getTravel(owner, potsdam)).times[0]).toMatchObject({
    toSiteId: berlin,
    minutes: 35,
    source: 'given-back',
  })
  expect(await failureOf(setTravel(owner, { id: berlin, version: 1, times }))).toMatchObject({
    code: 'version_conflict',
  })
  expect((await setTravel(owner, { id: berlin, version: 2, times: [] })).times[1]).toMatchObject({
    source: 'great-circle',
  })
})

test('a way leads to another site of the organisation, named once', async () => {
  const { owner, stranger } = members
  const { berlin, potsdam, nowhere } = ids
  const foreign = await createSite(stranger, siteCreate.parse({ code: 'x', name: 'X', zone: 'UTC' }))
  const to = (...targets: string[]) =>
    setTravel(owner, { id: nowhere, version: 1, times: targets.map((toSiteId) => ({ toSiteId, minutes: 5 })) })
  for (const targets of [[nowhere], [berlin, berlin], [foreign.id], [uuidV7()], [potsdam, foreign.id]]) {
    expect(await failureOf(to(...targets))).toMatchObject({ code: 'validation_failed' })
  }
  expect((await getTravel(owner, nowhere)).version).toBe(1)
})

test('travel is refused to viewers, and to strangers like something missing', async () => {
  const { viewer, stranger, employee } = members
  const id = ids.berlin
  expect(await failureOf(setTravel(viewer, { id, version: 3, times: [] }))).toMatchObject({ code: 'forbidden' })
  expect(await failureOf(setTravel(stranger, { id, version: 3, times: [] }))).toMatchObject({ code: 'not_found' })
  const bound = { ...members.owner, siteIds: [ids.potsdam] }
  expect(await failureOf(setTravel(bound, { id, version: 3, times: [] }))).toMatchObject({ code: 'not_found' })
  expect(await failureOf(getTravel(stranger, id))).toMatchObject({ code: 'not_found' })
  expect((await getTravel(employee, id)).siteId).toBe(id)
})
