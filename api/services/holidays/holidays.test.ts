import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import { holidayCreate, holidayLoad } from '../../contract/places.ts'
import { siteCreate } from '../../contract/workforce.ts'
import { Invalid } from '../../errors.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createSite } from '../sites/create-site.ts'
import { failureOf, failuresOf, membersOfFile } from '../tests/test-context.ts'
import calendar from './calendar.json' with { type: 'json' }
import { type Calendar, holidaysOf } from './calendar.ts'
import { createHoliday } from './create-holiday.ts'
import { deleteHoliday } from './delete-holiday.ts'
import { listHolidays } from './list-holidays.ts'
import { loadHolidays } from './load-holidays.ts'

const days = (year: number, country: string, region: string | null = null) =>
  holidaysOf(calendar as Calendar, { year, country, region }).map(({ day }) => day)

describe('the calendar', () => {
  test("has Germany's nine public holidays of 2027, as the law and the moon set them", () => {
    expect(days(2027, 'DE')).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-17',
      '2027-10-03',
      '2027-12-25',
      '2027-12-26',
    ])
  })

  test('adds what a region has besides, and takes away what it has not', () => {
    expect(days(2027, 'DE', 'BY')).toEqual(expect.arrayContaining(['2027-01-06', '2027-05-27', '2027-11-01']))
    expect(days(2027, 'DE', 'BE')).toContain('2027-03-08')
    const scotland = days(2027, 'GB', 'SCT')
    expect(scotland).toContain('2027-11-30')
    expect(scotland).not.toContain('2027-03-29')
  })

  test('moves what falls on a weekend where the law does', () => {
    // Christmas Day 2027 is a Saturday, the day after it a Sunday.
    expect(days(2027, 'GB')).toEqual(expect.arrayContaining(['2027-12-27', '2027-12-28']))
  })

  test('refuses years, countries and regions it does not know, and names what it does', () => {
    expect(() => days(1999, 'DE')).toThrow(Invalid)
    expect(() => days(2027, 'XX')).toThrow(Invalid)
    expect(() => days(2027, 'DE', 'QQ')).toThrow(/BB, BE/)
  })
})

const database = testDatabase()
const members = membersOfFile(database)

const load = (more: object = {}, ctx = members.owner) =>
  loadHolidays(ctx, holidayLoad.parse({ year: 2027, country: 'DE', ...more }))

test('a year is loaded once: again it adds nothing, and a day entered by hand stays as it is', async () => {
  const { owner } = members
  const mine = await createHoliday(owner, holidayCreate.parse({ day: '2027-05-01', name: 'Our spring feast' }))
  expect(await load()).toEqual({ added: 8, known: 1 })
  expect(await load()).toEqual({ added: 0, known: 9 })
  const { items } = await listHolidays(owner, { limit: 500, from: '2027-05-01', to: '2027-05-31' })
  expect(items.map(({ day, name, source }) => [day, name, source])).toEqual([
    ['2027-05-01', 'Our spring feast', 'manual'],
    ['2027-05-06', 'Ascension Day', 'calendar'],
    ['2027-05-17', 'Whit Monday', 'calendar'],
  ])
  await deleteHoliday(owner, mine.id)
  expect(await load()).toEqual({ added: 1, known: 8 })
})

test("a site has its own holidays beside everybody's", async () => {
  const { owner } = members
  const site = await createSite(owner, siteCreate.parse({ code: 'm', name: 'Munich', zone: 'Europe/Berlin' }))
  await load({ year: 2028 })
  await load({ year: 2028, region: 'BY', siteId: site.id })
  const year = { limit: 500, from: '2028-01-01', to: '2028-12-31' }
  const ofAll = (await listHolidays(owner, year)).items
  expect(ofAll.filter(({ siteId }) => siteId === null)).toHaveLength(9)
  const ofOther = (await listHolidays(owner, { ...year, siteId: uuidV7() })).items
  expect(ofOther.map(({ siteId }) => siteId)).toEqual(Array.from({ length: 9 }, () => null))
  expect((await listHolidays(owner, { ...year, siteId: site.id })).items.map(({ day }) => day)).toContain('2028-01-06')
})

test('pages of holidays follow each other', async () => {
  const all = (await listHolidays(members.owner, { limit: 500 })).items
  const first = await listHolidays(members.owner, { limit: 2 })
  const second = await listHolidays(members.owner, { limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items]).toEqual(all.slice(0, 4))
})

test('who is bound to some sites keeps the holidays of those', async () => {
  const { owner } = members
  const add = async (code: string) => (await createSite(owner, siteCreate.parse({ code, name: code, zone: 'UTC' }))).id
  const [mine, other] = [await add('mine'), await add('other')]
  const bound = { ...owner, siteIds: [mine] }
  const feast = (siteId: string | null) => holidayCreate.parse({ day: '2030-06-01', name: 'Feast', siteId })
  const { id } = await createHoliday(bound, feast(mine))
  const theirs = await createHoliday(owner, feast(other))
  const ofAll = await createHoliday(owner, feast(null))
  const beyond = [createHoliday(bound, feast(other)), load({ siteId: other }, bound), deleteHoliday(bound, theirs.id)]
  for (const failure of await failuresOf(beyond)) expect(failure).toMatchObject({ code: 'not_found' })
  const forAll = [createHoliday(bound, feast(null)), load({}, bound), deleteHoliday(bound, ofAll.id)]
  for (const failure of await failuresOf(forAll)) expect(failure).toMatchObject({ code: 'forbidden' })
  await deleteHoliday(bound, id)
})

test('holidays are written by those who may, in their own organisation, once a day', async () => {
  const { owner, viewer, stranger } = members
  const input = holidayCreate.parse({ day: '2029-06-01', name: 'Feast' })
  const { id } = await createHoliday(owner, input)
  expect(asDomainError(await failureOf(createHoliday(owner, input)))).toMatchObject({ code: 'already_exists' })
  const writes = [createHoliday(viewer, input), load({}, viewer), deleteHoliday(viewer, id)]
  for (const failure of await failuresOf(writes)) {
    expect(failure).toMatchObject({ code: 'forbidden' })
  }
  const [foreign, missing] = [
    await failureOf(deleteHoliday(stranger, id)),
    await failureOf(deleteHoliday(stranger, uuidV7())),
  ]
  expect([foreign, missing]).toMatchObject([{ code: 'not_found' }, { code: 'not_found' }])
  expect((await listHolidays(stranger, { limit: 5 })).items).toEqual([])
  const unknown = holidayCreate.parse({ ...input, siteId: uuidV7() })
  expect(await failureOf(createHoliday(owner, unknown))).toMatchObject({ code: 'validation_failed' })
  expect(await failureOf(load({ siteId: uuidV7() }))).toMatchObject({ code: 'validation_failed' })
})
