import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

/** Three people pass on in a ring what they work on a day, each to one who may do it. */
export const rotateDay: Move = {
  name: 'rotate-day',
  propose(board: Board, random: Random): boolean {
    const { state } = board
    const { grid } = state
    const { before, after, slots } = grid
    const day = board.pickDay(random)
    const next = (person: number) => {
      const code = person < 0 ? 0 : before[grid.cell(person, day)]!
      return code === 0 ? random.below(board.employees) : board.pickPerson(code, random)
    }
    const one = random.below(board.employees)
    const second = next(one)
    const people = [one, second, next(second)]
    if (people.includes(-1) || people[0] === people[1] || people[1] === people[2] || people[0] === people[2])
      return false
    for (let i = 0; i < 3; i++) {
      const from = grid.cell(people[i]!, day)
      for (let slot = from; slot < from + slots; slot++)
        if (before[slot] !== 0 && state.isBarred(people[(i + 1) % 3]!, before[slot]!)) return false
    }
    for (let i = 0; i < 3; i++) {
      const from = grid.cell(people[i]!, day)
      const to = grid.cell(people[(i + 1) % 3]!, day)
      for (let slot = 0; slot < slots; slot++) after[to + slot] = before[from + slot]!
    }
    for (const employee of people) state.touch(employee, day, day + 1)
    return true
  },
}
