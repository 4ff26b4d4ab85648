// The one grammar of filters at every list of leave, availability, papers and exchange.
import { expect, test } from 'vitest'
import { oneOfEach } from '../../../drizzle/tests/one-of-each.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { listAvailability } from '../availability/list-availability.ts'
import { listCertifications } from '../certifications/list-certifications.ts'
import { listAbsences } from '../exchange/list-absences.ts'
import { listClaims } from '../exchange/list-claims.ts'
import { listOpenShifts } from '../exchange/list-open-shifts.ts'
import { listSwaps } from '../exchange/list-swaps.ts'
import { listTimeOff } from '../time-off/list-time-off.ts'
import { failureOf, testContext } from './test-context.ts'

const database = testDatabase()

type List = (ctx: Context, query: { limit: number; filter?: string }) => Promise<{ items: unknown[] }>

/** Each list with a condition that its one row (or two) meets, and one that it does not. */
const lists: readonly [string, List, meets: string, fails: string][] = [
  ['time off', listTimeOff, 'state:eq:pending,start:lt:2028-01-01T00:00:00Z', 'state:eq:rejected'],
  ['availability', listAvailability, 'kind:in:unavailable|unpreferred', 'kind:eq:preferred'],
  ['certifications', listCertifications, 'validFrom:le:2027-01-01,expiresOn:null:true', 'validFrom:gt:2027-01-01'],
  ['absences', listAbsences, 'kind:eq:sick,end:gt:2027-03-01T00:00:00Z', 'kind:eq:emergency'],
  ['claims', listClaims, 'state:eq:pending', 'state:ne:pending'],
  ['open shifts', listOpenShifts, 'mode:eq:first-come,siteName:like:mai', 'day:gt:2027-12-31'],
  ['swaps', listSwaps, 'kind:eq:offer', 'state:eq:agreed'],
]

test.each(lists)(
  '%s: a filter keeps what meets it, leaves out the rest, and is refused by name',
  async (_, list, meets, fails) => {
    const ctx = testContext(database, await database.newOrg())
    await oneOfEach(database.app, ctx.orgId)
    expect((await list(ctx, { limit: 10, filter: meets })).items).toHaveLength(1)
    expect((await list(ctx, { limit: 10, filter: fails })).items).toEqual([])
    expect(await failureOf(list(ctx, { limit: 10, filter: 'colour:eq:red' }))).toBeInstanceOf(Invalid)
  },
)
