// Loads what a roster is planned from: in one round trip, or as an open transaction sees it.
import { type Database, readAsOrg, type Tx } from '../../../drizzle/client.ts'
import { NotFound } from '../../errors.ts'
import { expandAvailability } from './expand-availability.ts'
import {
  absenceQueries,
  activeRunQuery,
  organisationQueries,
  peopleQuery,
  placeQueries,
  type Reader,
  rosterQuery,
  workQueries,
} from './planning-queries.ts'
import type { PlanningRows } from './planning-rows.ts'

/** The rows, and the run that is at work on the roster. */
export interface Planning {
  rows: PlanningRows
  activeRunId: string | null
}

const planningQueries = (read: Reader, orgId: string, rosterId: string) =>
  [
    rosterQuery(read, orgId, rosterId),
    activeRunQuery(read, orgId, rosterId),
    ...organisationQueries(read, orgId),
    ...placeQueries(read, orgId, rosterId),
    peopleQuery(read, orgId, rosterId),
    ...absenceQueries(read, orgId, rosterId),
    ...workQueries(read, orgId, rosterId),
  ] as const

type AnswersOf<T extends readonly unknown[]> = { readonly [K in keyof T]: Awaited<T[K]> }
type Answers = AnswersOf<ReturnType<typeof planningQueries>>

const toPlanning = (rosterId: string, answers: Answers): Planning => {
  const [[roster], [run], [settings], sites, skills, shiftTypes, contracts, ways, holidays, people, ...work] = answers
  const [availability, timeOff, absences, shifts, assignments, otherWork] = work
  if (roster === undefined || settings === undefined) throw new NotFound('roster', rosterId)
  return {
    activeRunId: run?.id ?? null,
    rows: {
      organisation: settings,
      roster,
      sites,
      ways,
      holidays,
      skills,
      shiftTypes,
      contracts,
      employees: people.map((person) => ({ ...person, siteIds: person.sites.map((site) => site.siteId) })),
      availability: expandAvailability(availability, roster),
      // Who cannot come is away, whatever the reason.
      timeOff: [...timeOff, ...absences],
      shifts,
      assignments,
      otherWork,
    },
  }
}

/** One round trip, outside any transaction. Throws `NotFound` for a roster that is missing or of another tenant. */
export const loadPlanning = async (db: Database, orgId: string, rosterId: string): Promise<Planning> =>
  toPlanning(rosterId, await readAsOrg(db, orgId, (read) => planningQueries(read, orgId, rosterId)))

/** The same within a transaction. Lock the roster's row first where a decision hangs on what is read. */
export const loadPlanningIn = async (tx: Tx, orgId: string, rosterId: string): Promise<Planning> =>
  toPlanning(rosterId, await Promise.all(planningQueries(tx, orgId, rosterId)))
