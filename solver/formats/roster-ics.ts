// A roster as a calendar (RFC 5545): one event for each assignment.
import type { EmployeeId, Instant, Problem, Roster } from '../model/problem.ts'
import { formatInstant, parseInstant } from '../model/time.ts'
import { nameRoster, type RosterRow } from './roster-rows.ts'

export interface CalendarOptions {
  /** Shown as the calendar's name. */
  title: string
  /** When the calendar was written: the same instant gives the same text. */
  writtenAt: Instant
  /** Domain in which event ids are unique; ids stay the same from export to export. */
  domain?: string
  /** Only this person's shifts, without the name in every title. */
  employee?: EmployeeId
  /** Rises with every change of the roster, so that calendars take over the newer one. */
  sequence?: number
}

/** Writes the calendar. Times are in UTC, so no reader needs to know a zone's clock changes. Throws for a wrong `writtenAt`. */
export function writeRosterIcs(problem: Problem, roster: Roster, options: CalendarOptions): string {
  const rows = nameRoster(problem, roster).filter((row) => !options.employee || row.employee === options.employee)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Muster//Roster//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(options.title)}`,
    `X-WR-CALNAME:${escapeText(options.title)}`,
    ...rows.flatMap((row) => eventOf(row, options)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventOf(row: RosterRow, options: CalendarOptions): string[] {
  const title = options.employee ? row.shiftName : `${row.employeeName}: ${row.shiftName}`
  const local = `${row.startTime} to ${row.endTime} (${row.zone}), ${row.paidMinutes} minutes paid`
  return [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(row.shift)}.${encodeURIComponent(row.employee)}@${options.domain ?? 'muster.invalid'}`,
    `DTSTAMP:${utc(options.writtenAt)}`,
    `DTSTART:${utc(row.start)}`,
    `DTEND:${utc(row.end)}`,
    `SUMMARY:${escapeText(title)}`,
    `LOCATION:${escapeText(row.siteName)}`,
    `DESCRIPTION:${escapeText(local)}`,
    ...(options.sequence === undefined ? [] : [`SEQUENCE:${options.sequence}`]),
    'END:VEVENT',
  ]
}

/** "2027-03-28T06:00+02:00" as 20270328T040000Z. */
function utc(instant: Instant): string {
  // Instants of a problem are whole minutes; the moment of writing may carry seconds, which a calendar does not need.
  const minutes = parseInstant(instant.replace(/(T\d\d:\d\d):\d\d(\.\d+)?/, '$1'))
  if (minutes === null) throw new RangeError(`"${instant}" is no instant like 2027-03-28T06:00Z`)
  return `${formatInstant(minutes).slice(0, 16).replace(/[-:]/g, '')}00Z`
}

/** RFC 5545, 3.3.11. Control characters are no part of a text. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** RFC 5545, 3.1: lines of at most 75 octets, continued after CRLF and a space, never inside a character. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const sign of line) {
    const length = encoder.encode(sign).length
    if (octets + length > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += sign
    octets += length
  }
  return folded
}
