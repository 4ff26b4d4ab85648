// What a CSV file holds, guessed from its header line and its name. Pure.
import type { ImportKind } from '../../api/types.ts'

interface KindInfo {
  kind: ImportKind
  label: string
  /** Columns only this kind has, or that it must have. */
  required: readonly string[]
  typical: readonly string[]
  names: RegExp
}

export const kinds: readonly KindInfo[] = [
  {
    kind: 'people',
    label: 'People',
    required: ['number', 'name'],
    typical: ['email', 'hired_on', 'contract', 'share_percent', 'rate_per_hour', 'skills', 'sites'],
    names: /people|employee|staff|person/i,
  },
  { kind: 'skills', label: 'Skills', required: ['code', 'name'], typical: [], names: /skill/i },
  {
    kind: 'contracts',
    label: 'Contracts',
    required: ['code', 'name'],
    typical: [
      'hours_per_week',
      'max_hours_per_week',
      'min_rest_hours',
      'max_days_in_a_row',
      'max_nights_in_a_row',
      'max_weekends',
    ],
    names: /contract/i,
  },
  {
    kind: 'sites',
    label: 'Sites',
    required: ['code', 'name', 'zone'],
    typical: ['latitude', 'longitude'],
    names: /site|place|location/i,
  },
  {
    kind: 'shift-types',
    label: 'Shift types',
    required: ['code', 'name', 'start', 'end'],
    typical: ['break_minutes', 'tags', 'colour', 'skills', 'any_skills'],
    names: /shift|type/i,
  },
  {
    kind: 'demand',
    label: 'Demand',
    required: ['site', 'shift_type', 'day', 'heads'],
    typical: ['until', 'weekdays', 'target', 'max', 'priority', 'skills'],
    names: /demand|need|cover/i,
  },
  {
    kind: 'time-off',
    label: 'Time off',
    required: ['person', 'from'],
    typical: ['until', 'reason', 'state'],
    names: /time.?off|leave|absence|holiday/i,
  },
  {
    kind: 'wishes',
    label: 'Wishes',
    required: ['person', 'kind', 'from'],
    typical: ['until', 'start', 'end', 'shift_type', 'weight'],
    names: /wish|request|availab|preference/i,
  },
]

export const kindLabel = (kind: ImportKind): string => kinds.find((one) => one.kind === kind)?.label ?? kind

/** Names of the columns in a file's first line, lower case; separators comma, semicolon or tab. */
export const headerOf = (content: string): string[] => {
  const line = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)[0] ?? ''
  return line.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase())
}

/** The kind whose required columns are all there, by most columns known and then by the file's name; null when none fits. */
export const guessKind = (filename: string, content: string): ImportKind | null => {
  const header = headerOf(content)
  const scores = kinds
    .filter(({ required }) => required.every((column) => header.includes(column)))
    .map(({ kind, required, typical, names }) => ({
      kind,
      score:
        required.length * 2 +
        typical.filter((column) => header.includes(column)).length * 3 +
        (names.test(filename) ? 4 : 0),
    }))
    .sort((a, b) => b.score - a.score)
  if (scores[0]) return scores[0].kind
  return kinds.find(({ names }) => names.test(filename))?.kind ?? null
}
