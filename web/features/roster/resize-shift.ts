// A shift that begins or ends at another time: what the page shows of it, and why it may not be. Pure.
import type { GridShift, RosterGrid } from '../../api/types.ts'
import type { Resize, RosterDiff, Times } from '../../store/roster-diff.ts'
import { countText } from '../../ui/numbers.ts'
import { timeText as clockText } from '../exchange/shift-text.ts'
import type { Plan } from './plan-edit.ts'
import type { RosterIndex } from './roster-index.ts'

/** Edges move by so much. */
export const stepMinutes = 15
const minuteMs = 60_000
const hoursMax = 24

const minutesOf = ({ start, end }: Times): number => (Date.parse(end) - Date.parse(start)) / minuteMs

/** The shift at other times: local hours in its site's zone, the break as long as before. */
export const shiftAt = (shift: GridShift, to: Times, zone: string | undefined): GridShift => ({
  ...shift,
  ...to,
  startTime: clockText(to.start, zone),
  endTime: clockText(to.end, zone),
  paidMinutes: shift.paidMinutes + minutesOf(to) - minutesOf(shift),
})

/** The roster with those shifts at their new times, and the hours of the people on them. */
export const resizeShifts = (grid: RosterGrid, resized: readonly Resize[]): RosterGrid => {
  if (resized.length === 0) return grid
  const zones = new Map(grid.sites.map(({ id, zone }) => [id, zone]))
  const wanted = new Map(resized.map(({ shiftId, to }) => [shiftId, to]))
  const gained = new Map<string, number>()
  const shifts = grid.shifts.map((shift) => {
    const to = wanted.get(shift.id)
    if (!to) return shift
    gained.set(shift.id, minutesOf(to) - minutesOf(shift))
    return shiftAt(shift, to, zones.get(shift.siteId))
  })
  const perPerson = new Map<string, number>()
  for (const { employeeId, shiftId } of grid.assignments)
    perPerson.set(employeeId, (perPerson.get(employeeId) ?? 0) + (gained.get(shiftId) ?? 0))
  const employees = grid.employees.map((person) => {
    const delta = perPerson.get(person.id) ?? 0
    return delta === 0 ? person : { ...person, scheduledMinutes: person.scheduledMinutes + delta }
  })
  return { ...grid, shifts, employees }
}

/** Times with one edge moved by minutes. */
export const moveEdge = ({ start, end }: Times, edge: 'start' | 'end', minutes: number): Times => {
  const moved = (iso: string): string => new Date(Date.parse(iso) + minutes * minuteMs).toISOString()
  return edge === 'start' ? { start: moved(start), end } : { start, end: moved(end) }
}

const dayIn = (iso: string, zone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', zone === undefined ? {} : { timeZone: zone }).format(new Date(iso))

/** Gives a shift other times, for everybody who works it; or says in words why it cannot have them. */
export const planResize = (index: RosterIndex, id: string, shift: GridShift, to: Times): Plan => {
  const zone = index.grid.sites.find((site) => site.id === shift.siteId)?.zone
  const minutes = minutesOf(to)
  const breakMinutes = minutesOf(shift) - shift.paidMinutes
  const refused = (reason: string): Plan => ({ kind: 'refused', reason })
  const isSame = (edge: 'start' | 'end') => Date.parse(to[edge]) === Date.parse(shift[edge])
  if (isSame('start') && isSame('end')) return refused('That changes nothing.')
  if (minutes < stepMinutes || minutes <= breakMinutes)
    return refused('The shift would be shorter than its break, or over before it begins.')
  if (minutes > hoursMax * 60) return refused(`A shift lasts at most ${hoursMax} hours.`)
  if (dayIn(to.start, zone) !== shift.day)
    return refused('The shift would begin on another day. Move it there instead.')
  const others = (index.employeesByShift.get(shift.id) ?? []).length
  const whom = others > 1 ? ` for ${countText(others, 'person', 'people')}` : ''
  const label = `${shift.name} is now ${clockText(to.start, zone)} to ${clockText(to.end, zone)}${whom}`
  const resized = [{ shiftId: shift.id, from: { start: shift.start, end: shift.end }, to }]
  const diff: RosterDiff = { id, label, added: [], removed: [], resized }
  return { kind: 'edit', diff }
}
