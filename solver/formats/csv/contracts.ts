// contracts.csv: rule values that a group of people shares.
import type { RuleSetting } from '../../model/problem.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { RowReader } from './row-reader.ts'

export interface ContractRow {
  line: number
  code: string
  name: string
  /** One setting for each column that is filled in. */
  rules: RuleSetting[]
}

type RuleColumn = { name: string; toRule: (row: RowReader, column: string) => RuleSetting | null }

const hours = (rule: string, rest: Record<string, unknown>, hoursMax: number) => (row: RowReader, column: string) => {
  const hundredths = row.optionalScaled(column, 2, hoursMax)
  return hundredths === null ? null : { rule, params: { ...rest, minutes: Math.round((hundredths * 60) / 100) } }
}
const count = (rule: string, param: string, min: number, max: number) => (row: RowReader, column: string) => {
  const value = row.optionalWhole(column, min, max)
  return value === null ? null : { rule, params: { [param]: value } }
}

const ruleColumns: readonly RuleColumn[] = [
  { name: 'hours_per_week', toRule: hours('contract-minutes', { period: 'week' }, 168) },
  { name: 'max_hours_per_week', toRule: hours('max-minutes', { period: 'week' }, 168) },
  { name: 'min_rest_hours', toRule: hours('min-rest', {}, 168) },
  { name: 'max_shifts_per_day', toRule: count('max-shifts-per-day', 'shifts', 1, 10) },
  { name: 'max_days_in_a_row', toRule: count('max-consecutive-days', 'days', 1, 31) },
  { name: 'min_days_off_in_a_row', toRule: count('min-consecutive-days-off', 'days', 1, 14) },
  { name: 'max_nights_in_a_row', toRule: count('max-consecutive-nights', 'nights', 1, 31) },
  { name: 'max_weekends', toRule: count('max-weekends', 'weekends', 0, 53) },
]

/** Columns of labour-cost; together they make one setting, since a contract's settings of a rule replace the organisation's. */
const percentColumns = [
  { name: 'saturday_percent', param: 'saturdayPercent', min: 100, max: 400 },
  { name: 'sunday_percent', param: 'sundayPercent', min: 100, max: 400 },
  { name: 'holiday_percent', param: 'holidayPercent', min: 100, max: 400 },
  { name: 'night_percent', param: 'nightPercent', min: 0, max: 300 },
]
const tierColumns = [
  { name: 'overtime_over_hours_per_day', period: 'day', hoursMax: 24 },
  { name: 'overtime_over_hours_per_week', period: 'week', hoursMax: 168 },
]
const overtimePercent = 'overtime_percent'
const overtimePercentDefault = 150

/** The pay that the columns say, as one setting; null when they are all empty. */
function payRule(row: RowReader): RuleSetting | null {
  const percent = row.optionalWhole(overtimePercent, 101, 400)
  const overtime = tierColumns.flatMap(({ name, period, hoursMax }) => {
    const hundredths = row.optionalScaled(name, 2, hoursMax)
    return hundredths === null
      ? []
      : [{ period, overMinutes: Math.round((hundredths * 60) / 100), percent: percent ?? overtimePercentDefault }]
  })
  if (percent !== null && overtime.length === 0)
    row.refuse(overtimePercent, 'A percentage for overtime needs hours a day or a week beyond which it is paid.')
  const percents = percentColumns.flatMap(({ name, param, min, max }) => {
    const value = row.optionalWhole(name, min, max)
    return value === null ? [] : [[param, value] as const]
  })
  if (overtime.length === 0 && percents.length === 0) return null
  const params = { ...Object.fromEntries(percents), ...(overtime.length > 0 && { overtime }) }
  return { rule: 'labour-cost', params }
}

/** Reads contracts: `code`, `name`, a column for each common limit, and pay; limits that are left empty come from the organisation. */
export function readContractsCsv(content: string): CsvReading<ContractRow> {
  const columns = [
    { name: 'code', required: true },
    { name: 'name', required: true },
    ...ruleColumns,
    ...percentColumns,
    ...tierColumns,
    { name: overtimePercent },
  ]
  return readCsvRows<ContractRow>(
    content,
    columns,
    (row) => [
      {
        line: row.line,
        code: row.code('code'),
        name: row.text('name'),
        rules: [...ruleColumns.map(({ name, toRule }) => toRule(row, name)), payRule(row)].filter(
          (rule) => rule !== null,
        ),
      },
    ],
    ({ code }) => ({ column: 'code', value: code, text: `The contract "${code}"` }),
  )
}
