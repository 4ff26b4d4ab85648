import type { EmployeeId, Problem, Roster, ShiftId } from '../model/problem.ts'
import { overtimeOf, payOf } from '../rules/kit/pay.ts'
import { periodTable } from '../rules/kit/periods.ts'
import { viewOf } from './view.ts'

/** What one person is paid for one shift, in minor units of money. */
interface PayLine {
  employee: EmployeeId
  shift: ShiftId
  minutes: number
  payMinor: number
}

const pastDays = 6

/**
 * Pay shift by shift, as labour-cost and the key figures count it; their sum is the roster's `costMinor`. Overtime belongs to the
 * shifts that made it: each gets what the week's overtime grew by when it was worked.
 */
export function payLines(problem: Problem, roster: Roster): PayLine[] {
  const view = viewOf(problem, roster)
  const { frame } = view
  const pay = payOf(frame)
  const overtime = overtimeOf(frame)
  const weeks = periodTable(frame, 'week', pastDays)
  return view.people.flatMap((person) => {
    let week: number | undefined
    let worked: number[] = []
    let before = 0
    return view.lines[person]!.flatMap((item): PayLine[] => {
      const ofItem = weeks.index[frame.day[item]! + pastDays]
      if (ofItem !== week) {
        worked = []
        before = 0
      }
      week = ofItem
      worked.push(item)
      if (item >= frame.shiftCount) return []
      const sum = overtime(person, worked)
      const payMinor = pay(person, item) + sum - before
      before = sum
      const minutes = frame.paidMinutes[item]!
      return [{ employee: problem.employees[person]!.id, shift: problem.shifts[item]!.id, minutes, payMinor }]
    })
  })
}
