// The oracle's twins of the rules that came after the first ones: each once more, naively, from the plain problem.
import type { Charge, OracleWorld } from '../oracle.ts'
import { judgeFairTwins } from './fair-twins.ts'
import { judgeLineTwins } from './line-twins.ts'
import { judgeOvertime } from './overtime-twin.ts'
import { judgePairTwins } from './pair-twins.ts'
import { judgeTeamTwins } from './team-twins.ts'

/** By employee id: the shifts worked. */
export type Worked = ReadonlyMap<string, ReadonlySet<string>>

export function judgeTwins(world: OracleWorld, worked: Worked, charge: Charge): void {
  world.problem.employees.forEach((employee, index) => {
    const mine = worked.get(employee.id)!
    const own = world.problem.shifts.filter(({ id }) => mine.has(id)).map(({ id }) => world.items.get(id)!)
    const line = [...world.past[index]!, ...own].sort((a, b) => a.day - b.day || a.startMs - b.startMs)
    judgePairTwins(world, employee, mine, charge)
    judgeLineTwins(world, employee, line, charge)
    judgeOvertime(world, employee, line, charge)
  })
  judgeTeamTwins(world, worked, charge)
  judgeFairTwins(world, worked, charge)
}
