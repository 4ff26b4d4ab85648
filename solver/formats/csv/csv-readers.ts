// One reader for each kind of CSV file, by the names under which files are imported.
import { type ContractRow, readContractsCsv } from './contracts.ts'
import type { CsvReading } from './csv-table.ts'
import { type DemandRow, readDemandCsv } from './demand.ts'
import { type PersonRow, readPeopleCsv } from './people.ts'
import { readShiftTypesCsv, type ShiftTypeRow } from './shift-types.ts'
import { readSitesCsv, type SiteRow } from './sites.ts'
import { readSkillsCsv, type SkillRow } from './skills.ts'
import { readTimeOffCsv, type TimeOffRow } from './time-off.ts'
import { readWishesCsv, type WishRow } from './wishes.ts'

export interface CsvRows {
  skills: SkillRow
  contracts: ContractRow
  sites: SiteRow
  'shift-types': ShiftTypeRow
  people: PersonRow
  'time-off': TimeOffRow
  wishes: WishRow
  demand: DemandRow
}

export type CsvKind = keyof CsvRows

/** In an order in which every file refers only to files before it. */
export const csvReaders: { readonly [Kind in CsvKind]: (content: string) => CsvReading<CsvRows[Kind]> } = {
  skills: readSkillsCsv,
  contracts: readContractsCsv,
  sites: readSitesCsv,
  'shift-types': readShiftTypesCsv,
  people: readPeopleCsv,
  'time-off': readTimeOffCsv,
  wishes: readWishesCsv,
  demand: readDemandCsv,
}

export type { HeldSkillCell, SkillNeedCell } from './row-reader.ts'
export type { DemandRow, PersonRow, ShiftTypeRow, WishRow }
