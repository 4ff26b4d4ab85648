// Parameters of rules: described as data (for forms, docs and the API), read with every mistake named.
import { parseTime } from '../../model/time.ts'

export type Unit =
  | 'minutes'
  | 'days'
  | 'nights'
  | 'shifts'
  | 'weekends'
  | 'percent'
  | 'minor-units-per-hour'
  | 'minor-units-per-minute'
  | 'metres'
  | 'points'

export type Parameter =
  | {
      name: string
      kind: 'integer'
      unit: Unit
      min: number
      max: number
      default?: number
      optional?: true
      about: string
    }
  | { name: string; kind: 'choice'; choices: readonly string[]; default?: string; about: string }
  | { name: string; kind: 'time'; default: string; about: string }
  | { name: string; kind: 'flag'; default: boolean; about: string }
  | { name: string; kind: 'weekdays'; default: readonly number[]; about: string }
  | { name: string; kind: 'shift-type' | 'tag'; optional: true; about: string }
  | { name: string; kind: 'type-pairs'; about: string }
  | { name: string; kind: 'list'; of: readonly Parameter[]; optional?: true; about: string }

interface ParameterIssue {
  path: string
  reason: string
}

export interface ReadParameters {
  params: Record<string, unknown>
  issues: ParameterIssue[]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fills defaults and checks every value; `isType` says whether a shift type exists. */
export function readParameters(
  parameters: readonly Parameter[],
  raw: unknown,
  path: string,
  isType: (id: string) => boolean,
): ReadParameters {
  const issues: ParameterIssue[] = []
  if (!isRecord(raw)) return { params: {}, issues: [{ path, reason: 'must be an object of parameters' }] }
  const params: Record<string, unknown> = {}
  for (const parameter of parameters) {
    const at = `${path}.${parameter.name}`
    const value = raw[parameter.name] ?? ('default' in parameter ? parameter.default : undefined)
    if (value === undefined) {
      if (!('optional' in parameter)) issues.push({ path: at, reason: `is required: ${parameter.about}` })
    } else params[parameter.name] = readValue(parameter, value, at, isType, issues)
  }
  for (const name of Object.keys(raw))
    if (!parameters.some((parameter) => parameter.name === name)) {
      const known = parameters.map((parameter) => parameter.name).join(', ') || 'none'
      issues.push({ path: `${path}.${name}`, reason: `is no parameter of this rule; it has: ${known}` })
    }
  return { params, issues }
}

function readValue(
  parameter: Parameter,
  value: unknown,
  path: string,
  isType: (id: string) => boolean,
  issues: ParameterIssue[],
): unknown {
  const wrong = (reason: string) => {
    issues.push({ path, reason })
    return undefined
  }
  switch (parameter.kind) {
    case 'integer':
      return Number.isInteger(value) && Number(value) >= parameter.min && Number(value) <= parameter.max
        ? value
        : wrong(`must be a whole number of ${parameter.unit} from ${parameter.min} to ${parameter.max}`)
    case 'choice':
      return parameter.choices.includes(String(value)) ? value : wrong(`must be one of ${parameter.choices.join(', ')}`)
    case 'time':
      return typeof value === 'string' && parseTime(value) !== null ? value : wrong('must be a time of day, HH:MM')
    case 'flag':
      return typeof value === 'boolean' ? value : wrong('must be true or false')
    case 'weekdays':
      return Array.isArray(value) &&
        value.length > 0 &&
        value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
        ? value
        : wrong('must list weekdays, 1 (Monday) to 7')
    case 'shift-type':
      return typeof value === 'string' && isType(value) ? value : wrong(`names no shift type: ${JSON.stringify(value)}`)
    case 'tag':
      return typeof value === 'string' && value.length > 0 ? value : wrong('must be a tag')
    case 'type-pairs':
      return readPairs(value, path, isType, issues)
    case 'list':
      if (!Array.isArray(value)) return wrong('must be a list')
      return value.map((entry, index) => {
        const read = readParameters(parameter.of, entry, `${path}[${index}]`, isType)
        issues.push(...read.issues)
        return read.params
      })
  }
}

function readPairs(value: unknown, path: string, isType: (id: string) => boolean, issues: ParameterIssue[]): unknown {
  if (!Array.isArray(value)) {
    issues.push({ path, reason: 'must be a list of [before, after] pairs of shift types' })
    return undefined
  }
  value.forEach((pair: unknown, index) => {
    const isPair = Array.isArray(pair) && pair.length === 2 && pair.every((id) => typeof id === 'string' && isType(id))
    if (!isPair) issues.push({ path: `${path}[${index}]`, reason: 'must be [before, after], two known shift types' })
  })
  return value
}
