// The sections of a Curtois/Qu instance as data, every wrong line listed. Format: T. Curtois, R. Qu, "Computational
// results on new staff scheduling benchmark instances" (2014). `#` starts a comment, fields are separated by commas.
import type { LineError } from './reading.ts'

interface CurtoisShift {
  id: string
  lengthMin: number
  /** Ids that may not be worked the day after. */
  forbiddenNext: readonly string[]
}

export interface CurtoisEmployee {
  id: string
  /** Most shifts by type; a type that is not named has no maximum. */
  maxByType: ReadonlyMap<string, number>
  totalMinutesMax: number
  totalMinutesMin: number
  consecutiveShiftsMax: number
  consecutiveShiftsMin: number
  consecutiveDaysOffMin: number
  weekendsMax: number
  daysOff: number[]
}

export interface CurtoisRequest {
  employee: string
  day: number
  shift: string
  weight: number
}

interface CurtoisCover {
  day: number
  shift: string
  heads: number
  underWeight: number
  overWeight: number
}

export interface CurtoisInstance {
  days: number
  shifts: Map<string, CurtoisShift>
  employees: Map<string, CurtoisEmployee>
  on: CurtoisRequest[]
  off: CurtoisRequest[]
  /** By `${day}-${shift}`. */
  cover: Map<string, CurtoisCover>
}

type Section = keyof typeof sections

/** Field counts by section; the last number is the most a line may have. */
const sections = {
  SECTION_HORIZON: [1, 1],
  SECTION_SHIFTS: [2, 3],
  SECTION_STAFF: [8, 8],
  SECTION_DAYS_OFF: [1, 10_000],
  SECTION_SHIFT_ON_REQUESTS: [4, 4],
  SECTION_SHIFT_OFF_REQUESTS: [4, 4],
  SECTION_COVER: [5, 5],
} as const

/** Thrown inside one line only, caught at the line. */
class BadField extends Error {}

const whole = (text: string | undefined, what: string, max = 10_000_000): number => {
  if (text === undefined || !/^\d+$/.test(text))
    throw new BadField(`${what} must be a whole number, not "${text ?? ''}"`)
  const value = Number(text)
  if (value > max) throw new BadField(`${what} is ${text}; at most ${max} is possible`)
  return value
}

const named = (text: string | undefined, what: string): string => {
  if (!text) throw new BadField(`${what} is empty`)
  return text
}

const split = (text: string | undefined): string[] => (text ?? '').split('|').filter((part) => part !== '')

/** Reads the text of an instance. Collects every wrong line instead of stopping at the first. */
export function parseCurtoisText(text: string): { instance: CurtoisInstance; errors: LineError[] } {
  const instance: CurtoisInstance = {
    days: 0,
    shifts: new Map(),
    employees: new Map(),
    on: [],
    off: [],
    cover: new Map(),
  }
  const errors: LineError[] = []
  const seen = new Set<Section>()
  /** Forbidden successions may name shifts of later lines: checked at the end of the section. */
  const successions: { line: number; ids: readonly string[] }[] = []
  let section: Section | undefined
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const content = raw
      .replace(/#.*$/, '')
      .replace(/^\uFEFF/, '')
      .trim()
    if (content === '') continue
    const line = index + 1
    try {
      if (content.startsWith('SECTION_')) {
        if (!Object.hasOwn(sections, content))
          throw new BadField(`unknown section "${content}"; known are ${Object.keys(sections).join(', ')}`)
        section = content as Section
        seen.add(section)
        continue
      }
      if (!section) throw new BadField(`"${content}" stands before any SECTION_ line`)
      const fields = content.split(',').map((field) => field.trim())
      const [least, most] = sections[section]
      if (fields.length < least || fields.length > most)
        throw new BadField(
          `${section} wants ${least === most ? least : `${least} to ${most}`} fields, here are ${fields.length}`,
        )
      readLine(instance, section, fields)
      if (section === 'SECTION_SHIFTS') successions.push({ line, ids: split(fields[2]) })
    } catch (error) {
      if (!(error instanceof BadField)) throw error
      errors.push({ line, reason: error.message })
    }
  }
  for (const { line, ids } of successions)
    for (const id of ids)
      if (!instance.shifts.has(id)) errors.push({ line, reason: `no shift "${id}" in SECTION_SHIFTS` })
  for (const name of ['SECTION_HORIZON', 'SECTION_SHIFTS', 'SECTION_STAFF', 'SECTION_COVER'] as const)
    if (!seen.has(name)) errors.push({ line: 0, reason: `the section ${name} is missing` })
  errors.sort((a, b) => a.line - b.line)
  return { instance, errors }
}

function readLine(instance: CurtoisInstance, section: Section, fields: string[]): void {
  const day = (text: string | undefined) => {
    const value = whole(text, 'the day')
    if (value >= instance.days)
      throw new BadField(`day ${value} is outside the horizon of ${instance.days} days (0 to ${instance.days - 1})`)
    return value
  }
  const employee = (text: string | undefined) => {
    if (!instance.employees.has(text ?? '')) throw new BadField(`no employee "${text ?? ''}" in SECTION_STAFF`)
    return text ?? ''
  }
  const shift = (text: string | undefined) => {
    if (!instance.shifts.has(text ?? '')) throw new BadField(`no shift "${text ?? ''}" in SECTION_SHIFTS`)
    return text ?? ''
  }
  switch (section) {
    case 'SECTION_HORIZON':
      instance.days = whole(fields[0], 'the horizon', 3660)
      if (instance.days === 0) throw new BadField('the horizon must be at least one day')
      return
    case 'SECTION_SHIFTS': {
      const id = named(fields[0], 'the shift id')
      if (instance.shifts.has(id)) throw new BadField(`shift "${id}" stands there twice`)
      const lengthMin = whole(fields[1], 'the length in minutes', 1440)
      if (lengthMin === 0) throw new BadField('the length in minutes must be more than 0')
      instance.shifts.set(id, { id, lengthMin, forbiddenNext: split(fields[2]) })
      return
    }
    case 'SECTION_STAFF':
      readEmployee(instance, fields, shift)
      return
    case 'SECTION_DAYS_OFF': {
      const person = instance.employees.get(employee(fields[0]))
      person?.daysOff.push(
        ...fields
          .slice(1)
          .filter((field) => field !== '')
          .map(day),
      )
      return
    }
    case 'SECTION_SHIFT_ON_REQUESTS':
    case 'SECTION_SHIFT_OFF_REQUESTS': {
      const list = section === 'SECTION_SHIFT_ON_REQUESTS' ? instance.on : instance.off
      list.push({
        employee: employee(fields[0]),
        day: day(fields[1]),
        shift: shift(fields[2]),
        weight: whole(fields[3], 'the weight'),
      })
      return
    }
    case 'SECTION_COVER': {
      const at = { day: day(fields[0]), shift: shift(fields[1]) }
      const key = `${at.day}-${at.shift}`
      if (instance.cover.has(key))
        throw new BadField(`the cover of day ${at.day}, shift "${at.shift}" stands there twice`)
      instance.cover.set(key, {
        ...at,
        heads: whole(fields[2], 'the requirement'),
        underWeight: whole(fields[3], 'the weight for missing heads'),
        overWeight: whole(fields[4], 'the weight for surplus heads'),
      })
      return
    }
  }
}

function readEmployee(instance: CurtoisInstance, fields: string[], shift: (text: string | undefined) => string): void {
  const id = named(fields[0], 'the employee id')
  if (instance.employees.has(id)) throw new BadField(`employee "${id}" stands there twice`)
  const maxByType = new Map<string, number>()
  for (const part of split(fields[1])) {
    const [type, max] = part.split('=')
    maxByType.set(shift(type), whole(max, `the maximum of shift "${type ?? ''}"`))
  }
  instance.employees.set(id, {
    id,
    maxByType,
    totalMinutesMax: whole(fields[2], 'MaxTotalMinutes'),
    totalMinutesMin: whole(fields[3], 'MinTotalMinutes'),
    consecutiveShiftsMax: whole(fields[4], 'MaxConsecutiveShifts'),
    consecutiveShiftsMin: whole(fields[5], 'MinConsecutiveShifts'),
    consecutiveDaysOffMin: whole(fields[6], 'MinConsecutiveDaysOff'),
    weekendsMax: whole(fields[7], 'MaxWeekends'),
    daysOff: [],
  })
}
