// Skills, contracts, sites and shift types: known by their code. An empty cell leaves what is stored as it is.
import type { RuleSetting } from '../../../solver/model/problem.ts'
import { type FileRows, type ImportPlan, type KindPlan, noChange, type Refuse } from './internal.ts'
import { isSame } from './is-same.ts'
import type { Existing } from './load-existing.ts'
import type { References, RefKind } from './references.ts'

type Base = { orgId: string; nextId(): string; existing: Existing; refs: References; refuse: Refuse }

/** Rules that contracts.csv has columns for: a line says all of them, and an empty cell leaves the rule to the organisation. */
export const rulesOfContractFile: readonly string[] = [
  'contract-minutes',
  'max-minutes',
  'min-rest',
  'max-shifts-per-day',
  'max-consecutive-days',
  'min-consecutive-days-off',
  'max-consecutive-nights',
  'max-weekends',
]

/** Parts rows into new, changed and unchanged by code, and makes their codes known to the lines of other files. */
const planByCode = <Row extends { code: string }, Stored extends { id: string; code: string }, Values extends object>(
  { orgId, nextId, refs }: Base,
  kind: RefKind,
  rows: readonly Row[] | undefined,
  stored: readonly Stored[],
  toValues: (row: Row, before: Stored | undefined) => Values,
): KindPlan<Values & { orgId: string; id: string }> => {
  const plan = noChange<Values & { orgId: string; id: string }>()
  const byCode = new Map(stored.map((one) => [one.code, one]))
  for (const one of stored) refs.set(kind, one.code, one.id)
  for (const row of rows ?? []) {
    const before = byCode.get(row.code)
    const values = toValues(row, before)
    const id = before?.id ?? nextId()
    refs.set(kind, row.code, id)
    if (before === undefined) plan.creates.push({ ...values, orgId, id })
    else if (isSame({ ...before, ...values }, before)) plan.unchanged++
    else plan.updates.push({ ...values, orgId, id })
  }
  return plan
}

/** Plans the four kinds in the order in which they refer to each other. */
export const planCodes = (
  base: Base,
  rows: FileRows,
): Pick<ImportPlan, 'skills' | 'contracts' | 'sites' | 'shift-types'> => {
  const { existing, refs, refuse } = base
  return {
    skills: planByCode(base, 'skill', rows.skills, existing.skills, ({ code, name }) => ({ code, name })),
    contracts: planByCode(base, 'contract', rows.contracts, existing.contracts, (row, before) => ({
      code: row.code,
      name: row.name,
      rules: mergeRules(before?.rules ?? [], row.rules),
    })),
    sites: planByCode(base, 'site', rows.sites, existing.sites, (row, before) => ({
      code: row.code,
      name: row.name,
      zone: row.zone,
      latitude: row.latitude ?? before?.latitude ?? null,
      longitude: row.longitude ?? before?.longitude ?? null,
    })),
    'shift-types': planByCode(base, 'shift type', rows['shift-types'], existing.shiftTypes, (row, before) => ({
      code: row.code,
      name: row.name,
      startTime: row.startTime,
      durationMinutes: row.durationMinutes,
      breakMinutes: row.breakMinutes,
      // The file knows the sum only: pieces that no longer fit it go.
      breaks: keepsBreaks(row, before) ? (before?.breaks ?? []) : [],
      tags: row.tags.length === 0 ? (before?.tags ?? []) : row.tags,
      colour: row.colour ?? before?.colour ?? null,
      skills: {
        allOf:
          row.skills.length === 0
            ? (before?.skills.allOf ?? [])
            : refs.skillNeeds(row.skills, row.line, 'skills', refuse),
        anyOf:
          row.anySkills.length === 0
            ? (before?.skills.anyOf ?? [])
            : refs.skillNeeds(row.anySkills, row.line, 'any_skills', refuse),
      },
    })),
  }
}

/** What the file says, and those stored settings that it has no columns for. Pay stays as it is when the line says nothing of it. */
const mergeRules = (before: readonly RuleSetting[], said: readonly RuleSetting[]): RuleSetting[] => [
  ...before.filter(({ rule }) => !rulesOfContractFile.includes(rule) && !said.some((one) => one.rule === rule)),
  ...said,
]

type BreakTimes = { durationMinutes: number; breakMinutes: number }
const keepsBreaks = (row: BreakTimes, before: BreakTimes | undefined): boolean =>
  row.breakMinutes === before?.breakMinutes && row.durationMinutes === before.durationMinutes
