// The words that the steps of an import share: read the files, plan against what is stored, write.
import type * as z from 'zod'
import type {
  availability,
  contracts,
  demand,
  employeeContracts,
  employeeSites,
  employeeSkills,
  employees,
  shiftTypes,
  sites,
  skills,
  timeOffRequests,
} from '../../../drizzle/schema/index.ts'
import type { CsvKind, CsvRows } from '../../../solver/formats/csv/csv-readers.ts'
import type { importLineError, importPreview, importRequest } from '../../contract/workforce.ts'

export type ImportRequest = z.output<typeof importRequest>
export type ImportPreview = z.output<typeof importPreview>
export type LineError = z.output<typeof importLineError>

/** Rows of each kind that the files hold; kinds without a file are absent. */
export type FileRows = { [K in CsvKind]?: readonly CsvRows[K][] }

/** What one kind of file would change. */
export type KindPlan<Row> = { creates: Row[]; updates: Row[]; unchanged: number }

export type Insert<T extends { $inferInsert: unknown }> = T['$inferInsert']
/** Everything a person holds that a line replaces: written as a whole. */
export type PersonPlan = Insert<typeof employees> & {
  skills: Insert<typeof employeeSkills>[] | null
  contracts: Insert<typeof employeeContracts>[] | null
  sites: Insert<typeof employeeSites>[] | null
}

export type ImportPlan = {
  skills: KindPlan<Insert<typeof skills>>
  contracts: KindPlan<Insert<typeof contracts>>
  sites: KindPlan<Insert<typeof sites>>
  'shift-types': KindPlan<Insert<typeof shiftTypes>>
  people: KindPlan<PersonPlan>
  'time-off': KindPlan<Insert<typeof timeOffRequests>>
  wishes: KindPlan<Insert<typeof availability>>
  demand: KindPlan<Insert<typeof demand>>
}

export const noChange = <Row>(): KindPlan<Row> => ({ creates: [], updates: [], unchanged: 0 })

/** Where faults are noted; a line that has one is left out of the plan. */
export type Refuse = (line: number, column: string, value: string, reason: string) => void
