// A folder of CSV files with its settings.json as a problem: what an import and a new roster make of it, without a server.
import type { LineError, Reading } from '../reading.ts'
import { buildProblem } from './build-problem.ts'
import { type CsvKind, type CsvRows, csvReaders } from './csv-readers.ts'
import { type FolderSettings, readSettings } from './settings.ts'

const settingsFile = 'settings.json'

/** Rows of all files of a folder, by kind. */
export type FolderRows = { [Kind in CsvKind]: CsvRows[Kind][] }

/** The names of the files a folder may hold; all CSV files but `wishes`, `time-off` and `contracts` must be there. */
export const folderFiles: readonly string[] = [settingsFile, ...Object.keys(csvReaders).map((kind) => `${kind}.csv`)]

const optional: readonly string[] = ['wishes.csv', 'time-off.csv', 'contracts.csv', 'skills.csv']

/** Reads the texts of a folder's files by name. Wrong lines name their file; references between files are checked. */
export function readFolder(files: ReadonlyMap<string, string>): Reading {
  const errors: LineError[] = []
  const settings = readFolderSettings(files, errors)
  const rows: FolderRows = {
    skills: readRows('skills', files, errors),
    contracts: readRows('contracts', files, errors),
    sites: readRows('sites', files, errors),
    'shift-types': readRows('shift-types', files, errors),
    people: readRows('people', files, errors),
    'time-off': readRows('time-off', files, errors),
    wishes: readRows('wishes', files, errors),
    demand: readRows('demand', files, errors),
  }
  if (errors.length === 0) errors.push(...danglingReferences(rows))
  if (errors.length > 0 || !settings) return { kind: 'unusable', errors }
  return { kind: 'read', problem: buildProblem(settings, rows) }
}

function readFolderSettings(files: ReadonlyMap<string, string>, errors: LineError[]): FolderSettings | undefined {
  const text = files.get(settingsFile)
  if (text === undefined) {
    errors.push({ file: settingsFile, line: 0, reason: 'the file is missing' })
    return undefined
  }
  const read = readSettings(text)
  errors.push(...read.errors.map((error) => ({ ...error, file: settingsFile })))
  return read.settings
}

function readRows<Kind extends CsvKind>(
  kind: Kind,
  files: ReadonlyMap<string, string>,
  errors: LineError[],
): CsvRows[Kind][] {
  const file = `${kind}.csv`
  const text = files.get(file)
  if (text === undefined) {
    if (!optional.includes(file)) errors.push({ file, line: 0, reason: 'the file is missing' })
    return []
  }
  const { rows, errors: wrong } = csvReaders[kind](text)
  errors.push(...wrong.map(({ line, reason }) => ({ file, line, reason })))
  return rows
}

/** Every code that names nothing. */
function danglingReferences(rows: FolderRows): LineError[] {
  const errors: LineError[] = []
  const codes = (list: readonly { code: string }[]) => new Set(list.map((row) => row.code))
  const known = {
    skill: codes(rows.skills),
    contract: codes(rows.contracts),
    site: codes(rows.sites),
    'shift type': codes(rows['shift-types']),
    person: new Set(rows.people.map((row) => row.number)),
  }
  const expectKnown = (kind: CsvKind, line: number, what: keyof typeof known, code: string | null) => {
    if (code !== null && !known[what].has(code))
      errors.push({ file: `${kind}.csv`, line, reason: `There is no ${what} "${code}". Add it or correct the line.` })
  }
  for (const row of rows['shift-types'])
    for (const { code } of [...row.skills, ...row.anySkills]) expectKnown('shift-types', row.line, 'skill', code)
  for (const row of rows.people) {
    expectKnown('people', row.line, 'contract', row.contract)
    for (const { code } of row.skills) expectKnown('people', row.line, 'skill', code)
    for (const code of row.sites) expectKnown('people', row.line, 'site', code)
  }
  for (const row of rows['time-off']) expectKnown('time-off', row.line, 'person', row.person)
  for (const row of rows.wishes) {
    expectKnown('wishes', row.line, 'person', row.person)
    expectKnown('wishes', row.line, 'shift type', row.shiftType)
  }
  for (const row of rows.demand) {
    expectKnown('demand', row.line, 'site', row.site)
    expectKnown('demand', row.line, 'shift type', row.shiftType)
    for (const { code } of row.skills) expectKnown('demand', row.line, 'skill', code)
  }
  return errors
}
