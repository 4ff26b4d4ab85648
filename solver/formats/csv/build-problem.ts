// Rows of CSV files become the frozen problem: codes are the ids, local days and times become instants.
import type { Employee, Problem, Request, RuleSetting, Shift, SkillNeed, Unavailability } from '../../model/problem.ts'
import { parseInstant, parseTime } from '../../model/time.ts'
import { addDays, daysBetween, instantAfterClock, instantAt } from '../zoned.ts'
import type { DemandRow, PersonRow, ShiftTypeRow, SkillNeedCell, WishRow } from './csv-readers.ts'
import type { FolderRows } from './folder.ts'
import type { FolderSettings } from './settings.ts'

/** Rules that only say what the data already means: in force unless the settings name them. */
const meantByData: readonly RuleSetting[] =
  'required-skill no-overlap unavailable site-eligibility max-head-count pinned min-cover target-cover over-cover request-on request-off'
    .split(' ')
    .map((rule) => ({ rule }))

/** Rows must be free of dangling references. Demand outside the period is left out, as in a roster. */
export function buildProblem(settings: FolderSettings, rows: FolderRows): Problem {
  const types = new Map(rows['shift-types'].map((type) => [type.code, type]))
  const zones = new Map(rows.sites.map((site) => [site.code, site.zone]))
  const end = addDays(settings.period.start, settings.period.days)
  const shifts = rows.demand
    .filter((row) => row.day >= settings.period.start && row.day < end)
    .flatMap((row) => {
      const type = types.get(row.shiftType)
      return type ? [shiftOf(row, type, zones.get(row.site) ?? settings.zone)] : []
    })
  return {
    format: 'muster-problem/1',
    name: settings.name,
    period: { ...settings.period, weekStart: settings.weekStart, zone: settings.zone },
    sites: rows.sites.map(({ code, name, zone }) => ({ id: code, name, zone })),
    skills: rows.skills.map(({ code, name }) => ({ id: code, name })),
    shiftTypes: rows['shift-types'].map(({ code, name, tags, colour }) => ({
      id: code,
      name,
      ...(tags.length > 0 && { tags }),
      ...(colour !== null && { colour }),
    })),
    contracts: rows.contracts.map(({ code, name, rules }) => ({
      id: code,
      name,
      rules: [...rules, ...(settings.contractRules[code] ?? [])],
    })),
    employees: rows.people.map((person) => employeeOf(person, settings, rows, shifts)),
    shifts,
    rules: [
      ...settings.rules,
      ...meantByData.filter(({ rule }) => !settings.rules.some((setting) => setting.rule === rule)),
    ],
  }
}

const needsOf = (cells: readonly SkillNeedCell[]): SkillNeed[] =>
  cells.map(({ code, levelMin }) => ({ skill: code, ...(levelMin > 1 && { levelMin }) }))

function shiftOf(row: DemandRow, type: ShiftTypeRow, zone: string): Shift {
  const start = instantAt(`${row.day}T${type.startTime}`, zone)
  const end = instantAfterClock(`${row.day}T${type.startTime}`, type.durationMinutes, zone)
  const length = (parseInstant(end) ?? 0) - (parseInstant(start) ?? 0)
  const wanted = new Map(type.skills.map((need) => [need.code, need]))
  for (const need of row.skills) {
    const levelMin = Math.max(need.levelMin, wanted.get(need.code)?.levelMin ?? 1)
    wanted.set(need.code, { code: need.code, levelMin })
  }
  return {
    id: `${row.site}/${type.code}/${row.day}`,
    site: row.site,
    type: type.code,
    start,
    end,
    paidMinutes: length - type.breakMinutes,
    ...(type.breakMinutes > 0 && { breakMinutes: type.breakMinutes }),
    heads: {
      min: row.headsMin,
      ...(row.headsTarget !== null && { target: row.headsTarget }),
      ...(row.headsMax !== null && { max: row.headsMax }),
    },
    ...(wanted.size + type.anySkills.length > 0 && {
      skills: { allOf: needsOf([...wanted.values()]), anyOf: needsOf(type.anySkills) },
    }),
    ...(row.priority > 1 && { priority: row.priority }),
  }
}

function employeeOf(person: PersonRow, settings: FolderSettings, rows: FolderRows, shifts: readonly Shift[]): Employee {
  const from = person.contractFrom ?? person.hiredOn
  const unavailable = unavailabilityOf(person, settings, rows)
  const requests = rows.wishes
    .filter((wish) => wish.person === person.number && wish.kind !== 'unavailable')
    .flatMap((wish) => requestsOf(wish, settings, shifts))
  return {
    id: person.number,
    name: person.name,
    skills: person.skills
      .filter(({ level }) => level > 0)
      .map(({ code, level, validFrom, validUntil }) => ({
        skill: code,
        ...(level > 1 && { level }),
        ...(validFrom !== null && { from: validFrom }),
        ...(validUntil !== null && { until: validUntil }),
      })),
    ...(person.contract !== null && {
      contracts: [
        {
          contract: person.contract,
          ...(from !== null && { from }),
          ...(person.contractUntil !== null && { until: person.contractUntil }),
        },
      ],
    }),
    ...(person.sharePercent !== 100 && { sharePercent: person.sharePercent }),
    ...(person.rateMinor !== null && { rateMinor: person.rateMinor }),
    ...(person.sites.length > 0 && { sites: person.sites }),
    ...(unavailable.length > 0 && { unavailable }),
    ...(requests.length > 0 && { requests }),
  }
}

/** Approved time off, unavailable times, and days outside employment. */
function unavailabilityOf(person: PersonRow, settings: FolderSettings, rows: FolderRows): Unavailability[] {
  const { zone, period } = settings
  const days = (kind: Unavailability['kind'], from: string, until: string): Unavailability => ({
    kind,
    start: instantAt(from, zone),
    end: instantAt(addDays(until, 1), zone),
  })
  const last = addDays(period.start, period.days + 1)
  const spans = rows['time-off']
    .filter((row) => row.person === person.number && row.state === 'approved')
    .map((row) => days('time-off', row.from, row.until))
  for (const wish of rows.wishes)
    if (wish.person === person.number && wish.kind === 'unavailable')
      spans.push(...spansOf(wish, zone).map(({ start, end }): Unavailability => ({ kind: 'unavailable', start, end })))
  if (person.hiredOn !== null && person.hiredOn > period.start)
    spans.push(days('unavailable', addDays(period.start, -2), addDays(person.hiredOn, -1)))
  if (person.terminatedOn !== null && person.terminatedOn < last)
    spans.push(days('unavailable', addDays(person.terminatedOn, 1), last))
  return spans.sort((a, b) => (parseInstant(a.start) ?? 0) - (parseInstant(b.start) ?? 0))
}

const daysOf = (wish: WishRow) =>
  Array.from({ length: daysBetween(wish.from, wish.until) + 1 }, (_, index) => addDays(wish.from, index))

/** The times a wish means: whole days, or hours of each day. */
function spansOf(wish: WishRow, zone: string): { day: string; start: string; end: string }[] {
  const { startTime, endTime } = wish
  return daysOf(wish).map((day) => {
    if (startTime === null || endTime === null)
      return { day, start: instantAt(day, zone), end: instantAt(addDays(day, 1), zone) }
    const overnight = (parseTime(endTime) ?? 0) <= (parseTime(startTime) ?? 0)
    return {
      day,
      start: instantAt(`${day}T${startTime}`, zone),
      end: instantAt(`${overnight ? addDays(day, 1) : day}T${endTime}`, zone),
    }
  })
}

/** A wish about hours becomes one request against each of the day's shifts it speaks against. */
function requestsOf(wish: WishRow, settings: FolderSettings, shifts: readonly Shift[]): Request[] {
  const isOn = wish.kind === 'request-on' || wish.kind === 'preferred'
  const { weight, shiftType } = wish
  if (wish.startTime === null || shiftType !== null || wish.kind === 'request-on')
    return daysOf(wish).map((day) => ({
      kind: isOn ? 'on' : 'off',
      weight,
      day,
      ...(shiftType !== null && { type: shiftType }),
    }))
  return spansOf(wish, settings.zone).flatMap((span) =>
    shifts
      .filter((shift) => shift.id.endsWith(`/${span.day}`) && overlaps(shift, span) !== isOn)
      .map((shift): Request => ({ kind: 'off', weight, shift: shift.id })),
  )
}

function overlaps(a: { start: string; end: string }, b: { start: string; end: string }): boolean {
  const at = (instant: string) => parseInstant(instant) ?? 0
  return at(a.start) < at(b.end) && at(b.start) < at(a.end)
}
