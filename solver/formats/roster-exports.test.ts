import ICAL from 'ical.js'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../model/problem.ts'
import { describeUnfilled } from './describe-unfilled.ts'
import { smallProblem } from './fixtures.ts'
import { writeRosterCsv } from './roster-csv.ts'
import { writeRosterHtml } from './roster-html.ts'
import { writeRosterIcs } from './roster-ics.ts'
import { shortLabels } from './short-labels.ts'

const roster = {
  assignments: [
    { employee: 'e2', shift: 's2' },
    { employee: 'e3', shift: 's1' },
    { employee: 'e1', shift: 's1' },
  ],
}
const calendar = { title: 'Roster, spring; 1', writtenAt: '2027-03-01T10:11:12.345Z' }

describe('writeRosterCsv', () => {
  it('gives one line for each assignment by start, in local times and true minutes', () => {
    const parsed = Papa.parse<Record<string, string>>(writeRosterCsv(smallProblem, roster).replace('\uFEFF', ''), {
      header: true,
      skipEmptyLines: true,
    })
    expect(parsed.errors).toEqual([])
    expect(parsed.data).toHaveLength(3)
    expect(parsed.data[0]).toMatchObject({
      day: '2027-03-27',
      start: '22:00',
      end: '06:00',
      end_day: '2027-03-28',
      employee: 'Ann <b>Kent</b>',
      shift: 'Night',
      site: 'North; gate, 1',
      paid_minutes: '390',
    })
    expect(parsed.data[2]).toMatchObject({ start: '06:00', zone: 'Europe/London', start_instant: '2027-03-29T05:00Z' })
  })

  it('never lets a text begin like a formula', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=1\n2', '＝1']) {
      const problem: Problem = { ...smallProblem, employees: [{ id: 'e1', name }] }
      const text = writeRosterCsv(problem, { assignments: [{ employee: 'e1', shift: 's1' }] })
      const cell = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true }).data[0]?.employee
      expect(cell).toBe(`'${name}`)
    }
  })

  it('starts with a byte order mark and ends lines with CRLF', () => {
    const text = writeRosterCsv(smallProblem, { assignments: [] })
    expect(text.startsWith('\uFEFFday,start')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })
})

describe('writeRosterIcs', () => {
  const text = writeRosterIcs(smallProblem, roster, calendar)

  it('is read by an independent parser with the same times, names and places', () => {
    const component = new ICAL.Component(ICAL.parse(text))
    const events = component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    expect(text).toContain('NAME:Roster\\, spring\\; 1')
    expect(events.map((event) => [event.summary, event.location, event.startDate.toString()])).toEqual([
      ['Ann <b>Kent</b>: Night', 'North; gate, 1', '2027-03-27T21:00:00Z'],
      ['Zoë Åström: Night', 'North; gate, 1', '2027-03-27T21:00:00Z'],
      ['=HYPERLINK("http://x"): Early', 'South', '2027-03-29T05:00:00Z'],
    ])
    expect(events[0]?.duration.toSeconds()).toBe(7 * 3600)
  })

  it('keeps lines within 75 octets and ends each with CRLF', () => {
    const problem = { ...smallProblem, employees: [{ id: 'e1', name: 'Ünïcödé '.repeat(30).trim() }] }
    const folded = writeRosterIcs(problem, { assignments: [{ employee: 'e1', shift: 's1' }] }, calendar)
    for (const line of folded.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(folded.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const event = new ICAL.Component(ICAL.parse(folded)).getFirstSubcomponent('vevent')
    expect(event?.getFirstPropertyValue('summary')).toBe(`${problem.employees[0]?.name}: Night`)
  })

  it('gives the same assignment the same id in every export', () => {
    const uids = (source: string) => [...source.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid)
    const later = writeRosterIcs(smallProblem, roster, { ...calendar, writtenAt: '2027-03-02T00:00Z' })
    expect(uids(later)).toEqual(uids(text))
    expect(new Set(uids(text)).size).toBe(3)
  })

  it("holds only one person's shifts for a feed of theirs, without the name", () => {
    const own = writeRosterIcs(smallProblem, roster, { ...calendar, employee: 'e3' })
    expect(own).toContain('SUMMARY:Night')
    expect(own.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })
})

describe('writeRosterHtml', () => {
  const page = writeRosterHtml(smallProblem, roster, {
    title: 'March & <April>',
    unfilled: [{ shift: 's2', missingHeads: 1, candidates: [] }],
  })

  it('escapes every text and brings no script and nothing from elsewhere', () => {
    expect(page).toContain('<title>March &amp; &lt;April&gt;</title>')
    expect(page).toContain('Ann &lt;b&gt;Kent&lt;/b&gt;')
    expect(page).toContain('=HYPERLINK(&quot;http://x&quot;)')
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(/)
  })

  it('shows a cell for each person and day, hours, time off and cover', () => {
    expect(page.match(/<tr><th scope="row" class="person">/g)).toHaveLength(3)
    expect(page).toContain('<td class="hours">6:30</td>')
    expect(page).toContain('<span class="off">off</span>')
    expect(page).toContain('<td>2/2</td>')
    expect(page).toContain('nothing open')
  })

  it('lists open shifts with the reasons given', () => {
    const hard = { level: 'hard' as const, size: 1, penalty: 1, employees: [], shifts: [], justification: {} }
    const delta = { hard: 1, medium: 0, soft: 0 }
    const unfilled = [
      {
        shift: 's2',
        missingHeads: 1,
        candidates: [{ employee: 'e3', added: [{ ...hard, rule: 'min-rest' }], removed: [], delta }],
      },
    ]
    const open = writeRosterHtml(smallProblem, { assignments: [] }, { title: 'T', unfilled })
    expect(open).toContain('3 open')
    expect(open).toContain('Mon 2027-03-29, 06:00–14:00')
    expect(open).toContain('1 person: too little rest before or after')
  })

  it('splits long periods into tables of two weeks', () => {
    const long = { ...smallProblem, period: { ...smallProblem.period, days: 28 } }
    expect(writeRosterHtml(long, roster, { title: 'T' }).match(/<table>/g)).toHaveLength(2)
  })
})

describe('describeUnfilled', () => {
  const breach = (rule: string, justification = {}, size = 1) => ({
    rule,
    level: 'hard' as const,
    size,
    penalty: size,
    employees: [],
    shifts: [],
    justification,
  })
  const describeAll = (...candidates: ReturnType<typeof breach>[][]) =>
    describeUnfilled(
      {
        shift: 's',
        missingHeads: 1,
        candidates: candidates.map((added) => ({
          employee: 'x',
          added,
          removed: [],
          delta: { hard: added.length, medium: 0, soft: 0 },
        })),
      },
      [{ id: 'surgery', name: 'Surgery' }],
    )

  it('counts people by what stops them most, and those who could', () => {
    expect(
      describeAll([breach('min-rest'), breach('unavailable')], [breach('unavailable')], [breach('own')], []),
    ).toEqual([
      '2 people: not available or on time off',
      '1 person: the rule own forbids it',
      '1 person: could take it',
    ])
  })

  it('names the skill that all lack, and certificates that ran out on their own', () => {
    const lacking = (...missingAll: string[]) =>
      breach('required-skill', { missingAll, expiredOn: null }, missingAll.length)
    const expired = breach('required-skill', { missingAll: ['surgery'], expiredOn: '2027-03-12' })
    expect(describeAll([lacking('vet', 'surgery')], [lacking('surgery')], [expired])).toEqual([
      '2 people: without Surgery',
      '1 person: a certificate ran out on 2027-03-12',
    ])
    expect(describeAll([lacking('vet')], [lacking('surgery')])).toEqual(['2 people: a needed skill is missing'])
  })
})

describe('shortLabels', () => {
  it('gives every name its own short label', () => {
    const labels = shortLabels(['Early', 'Evening', 'Early late', 'E', 'Ea', 'Ear', 'E-1', ''])
    expect(new Set(labels.values()).size).toBe(8)
    expect(Math.max(...[...labels.values()].map((label) => label.length))).toBeLessThanOrEqual(3)
    expect(labels.get('Early')).toBe('E')
    expect(shortLabels(['East'], labels.values()).get('East')).not.toBe('E')
  })
})
