// A roster as a printable page: people by days, a legend, and the shifts that are still open with their reasons.
import type { UnfilledShift } from '../model/outcome.ts'
import type { LocalDate, Problem, Roster, Unavailability } from '../model/problem.ts'
import { parseDate, weekdayOf } from '../model/time.ts'
import { describeUnfilled } from './describe-unfilled.ts'
import { escapeHtml } from './escape-html.ts'
import { rosterHtmlStyle } from './roster-html-style.ts'
import { compareText, missingHeads, type NamedShift, nameRoster, nameShifts, type RosterRow } from './roster-rows.ts'
import { shortLabels } from './short-labels.ts'
import { addDays, localAt } from './zoned.ts'

export interface PageOptions {
  title: string
  /** Why shifts are open (`explainUnfilled`); without it the page lists them without reasons. */
  unfilled?: readonly UnfilledShift[]
  /** A line below the title: state, version, who printed it. */
  note?: string
}

/** What every part of the page needs. */
interface Sheet {
  problem: Problem
  days: LocalDate[]
  shifts: ReadonlyMap<string, NamedShift>
  rows: readonly RosterRow[]
  missing: ReadonlyMap<string, number>
  shiftLabels: ReadonlyMap<string, string>
  /** Empty when the roster has one site only. */
  siteLabels: ReadonlyMap<string, string>
  colours: ReadonlyMap<string, string>
}

const daysPerTable = 14
const palette = ['#2f80ed', '#b25e09', '#5b4bb7', '#1f7a4d', '#b3261e', '#0b7285', '#8a3ffc', '#6b6b00']
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Writes the page: complete HTML, every text escaped, no script and nothing from elsewhere. Fit for A4 landscape. */
export function writeRosterHtml(problem: Problem, roster: Roster, options: PageOptions): string {
  const sheet = sheetOf(problem, roster)
  const blocks: LocalDate[][] = []
  for (let at = 0; at < sheet.days.length; at += daysPerTable) blocks.push(sheet.days.slice(at, at + daysPerTable))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(options.title)}</title>
<style>${rosterHtmlStyle}</style>
</head>
<body>
<header><div><h1>${escapeHtml(options.title)}</h1>${options.note ? `<div>${escapeHtml(options.note)}</div>` : ''}</div>
<p class="figures">${figures(sheet)}</p></header>
${legend(sheet)}
${blocks.map((days) => `<section>${table(sheet, days)}</section>`).join('\n')}
${gaps(sheet, options.unfilled ?? [])}
</body>
</html>
`
}

function sheetOf(problem: Problem, roster: Roster): Sheet {
  const shifts = nameShifts(problem)
  const named = [...shifts.values()]
  const siteNames = [...new Set(named.map((shift) => shift.siteName))].sort(compareText)
  const shiftNames = [...new Set(named.map((shift) => shift.shiftName))].sort(compareText)
  const shiftLabels = shortLabels(shiftNames)
  const given = new Map(problem.shiftTypes.map((type) => [type.id, type.colour]))
  const colours = new Map<string, string>()
  for (const shift of named) {
    const own = shift.type === null ? undefined : given.get(shift.type)
    const next = palette[shiftNames.indexOf(shift.shiftName) % palette.length] ?? '#444444'
    if (!colours.has(shift.shiftName)) colours.set(shift.shiftName, own && /^#[0-9a-f]{6}$/i.test(own) ? own : next)
  }
  return {
    problem,
    days: Array.from({ length: problem.period.days }, (_, index) => addDays(problem.period.start, index)),
    shifts,
    rows: nameRoster(problem, roster),
    missing: missingHeads(problem, roster),
    shiftLabels,
    siteLabels: siteNames.length > 1 ? shortLabels(siteNames, shiftLabels.values()) : new Map(),
    colours,
  }
}

function figures({ rows, problem, missing, days }: Sheet): string {
  const open = [...missing.values()].reduce((sum, count) => sum + count, 0)
  const span = `${days[0] ?? ''} to ${days.at(-1) ?? ''}`
  const people = new Set(rows.map((row) => row.employee)).size
  return `${escapeHtml(span)}<br>${rows.length} assignments of ${people} people on ${problem.shifts.length} shifts, ${
    open === 0 ? 'nothing open' : `${open} open`
  }`
}

function chip(sheet: Sheet, name: string, small = ''): string {
  const colour = sheet.colours.get(name) ?? '#444444'
  const label = escapeHtml(sheet.shiftLabels.get(name) ?? name)
  return `<span class="shift" style="border-color:${colour};background:${colour}1f">${label}${small ? `<small>${small}</small>` : ''}</span>`
}

function legend(sheet: Sheet): string {
  const times = new Map<string, Set<string>>()
  for (const shift of sheet.shifts.values()) {
    const known = times.get(shift.shiftName) ?? new Set<string>()
    times.set(shift.shiftName, known.add(`${shift.startTime}–${shift.endTime}`))
  }
  const shifts = [...sheet.shiftLabels.keys()].map((name) => {
    const known = [...(times.get(name) ?? [])].sort(compareText)
    const shown = known.length > 3 ? `${known.slice(0, 3).join(', ')} …` : known.join(', ')
    return `<li>${chip(sheet, name)} ${escapeHtml(name)} ${shown}</li>`
  })
  const sites = [...sheet.siteLabels].map(([name, label]) => `<li><b>${escapeHtml(label)}</b> ${escapeHtml(name)}</li>`)
  return `<ul class="legend">${[...shifts, ...sites].join('')}</ul>`
}

function table(sheet: Sheet, days: readonly LocalDate[]): string {
  const byPerson = new Map<string, RosterRow[]>()
  for (const row of sheet.rows) byPerson.set(row.employee, [...(byPerson.get(row.employee) ?? []), row])
  const people = [...sheet.problem.employees].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
  const head = days.map((day) => {
    const weekday = weekdayOf(parseDate(day) ?? 0)
    return `<th scope="col"${weekday > 5 ? ' class="weekend"' : ''}>${weekdayNames[weekday - 1]}<br>${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]}</th>`
  })
  const body = people.map((person) => {
    const rows = byPerson.get(person.id) ?? []
    const minutes = rows.reduce((sum, row) => sum + row.paidMinutes, 0)
    const absent = absentDays(person.unavailable ?? [], sheet.problem.period.zone)
    const cells = days.map((day) => {
      const chips = rows
        .filter((row) => row.day === day)
        .map((row) => chip(sheet, row.shiftName, escapeHtml(sheet.siteLabels.get(row.siteName) ?? '')))
      const off = absent.get(day)
      const text = chips.length > 0 ? chips.join('') : off ? `<span class="off">${off}</span>` : ''
      return `<td${weekdayOf(parseDate(day) ?? 0) > 5 ? ' class="weekend"' : ''}>${text}</td>`
    })
    return `<tr><th scope="row" class="person">${escapeHtml(person.name)}</th><td class="hours">${hours(minutes)}</td>${cells.join('')}</tr>`
  })
  return `<table>
<thead><tr><th scope="col" class="person">Name</th><th scope="col" class="hours">Hours</th>${head.join('')}</tr></thead>
<tbody>
${openRow(sheet, days)}
${body.join('\n')}
${coverRow(sheet, days)}
</tbody></table>`
}

function openRow(sheet: Sheet, days: readonly LocalDate[]): string {
  const cells = days.map((day) => {
    let open = 0
    for (const [id, count] of sheet.missing) if (sheet.shifts.get(id)?.day === day) open += count
    return open > 0 ? `<td>${open}</td>` : '<td class="none">–</td>'
  })
  return `<tr class="open"><th scope="row" class="person">Open</th><td class="hours"></td>${cells.join('')}</tr>`
}

function coverRow(sheet: Sheet, days: readonly LocalDate[]): string {
  const cells = days.map((day) => {
    const needed = [...sheet.shifts.values()]
      .filter((shift) => shift.day === day)
      .reduce((sum, shift) => sum + shift.headsNeeded, 0)
    const filled = sheet.rows.filter((row) => row.day === day).length
    return `<td>${filled}/${needed}</td>`
  })
  return `<tr class="cover"><th scope="row" class="person">At work / needed</th><td class="hours"></td>${cells.join('')}</tr>`
}

function gaps(sheet: Sheet, unfilled: readonly UnfilledShift[]): string {
  if (sheet.missing.size === 0) return ''
  const reasons = new Map(unfilled.map((entry) => [entry.shift, describeUnfilled(entry, sheet.problem.skills)]))
  const rows = [...sheet.missing]
    .flatMap(([id, count]) => {
      const shift = sheet.shifts.get(id)
      return shift ? [{ shift, count, reasons: reasons.get(id) ?? [] }] : []
    })
    .sort(
      (a, b) =>
        compareText(a.shift.day + a.shift.startTime, b.shift.day + b.shift.startTime) ||
        compareText(a.shift.siteName, b.shift.siteName),
    )
    .map(({ shift, count, reasons }) => {
      const weekday = weekdayNames[weekdayOf(parseDate(shift.day) ?? 0) - 1]
      const list =
        reasons.length > 0 ? `<ul>${reasons.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>` : ''
      return `<tr><td>${weekday} ${shift.day}, ${shift.startTime}–${shift.endTime}</td><td>${escapeHtml(shift.shiftName)}, ${escapeHtml(shift.siteName)}</td><td>${count}</td><td>${list}</td></tr>`
    })
  return `<section><h2>Open shifts</h2><table class="gaps">
<thead><tr><th class="when">When</th><th class="what">Shift</th><th class="count">Missing</th><th>Why</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></section>`
}

/** Days of which every minute before evening is taken by absence: the day's noon decides. */
function absentDays(spans: readonly Unavailability[], zone: string): Map<LocalDate, string> {
  const days = new Map<LocalDate, string>()
  for (const { start, end, kind } of spans) {
    const first = localAt(start, zone)
    const last = localAt(end, zone)
    let day = first.time > '12:00' ? addDays(first.date, 1) : first.date
    for (; day < last.date || (day === last.date && last.time > '12:00'); day = addDays(day, 1))
      days.set(day, kind === 'time-off' ? 'off' : 'n/a')
  }
  return days
}

function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
