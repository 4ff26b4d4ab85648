// Why a roster cannot be full and legal at once, in plain words. What a relaxation gives is a bound and is told as one.
import type { Conflict, Relaxation } from '../../../solver/model/outcome.ts'
import { countText, listText } from '../../ui/numbers.ts'
import type { Names } from './names.ts'
import { ruleName } from './rule-names.ts'

/** "37 heads on 37 shifts that ask for Handgun cannot all be filled: Hours limit leaves 9 people, who fill 36 at most." */
export const conflictSentence = (conflict: Conflict, names: Names): string => {
  const { rules, shifts, people, skills, headsNeeded, headsMax } = conflict
  if (rules.includes('pinned') && people.length === 1) {
    const others = rules.filter((rule) => rule !== 'pinned').map(ruleName)
    const pins = listText(shifts.map((shift) => names.shift(shift)))
    return `${names.employee(people[0] ?? '')} is pinned to ${pins}, which cannot all stand under ${listText(others)}.`
  }
  const asks = skills.length === 0 ? '' : ` that ask for ${listText(skills.map(({ skill }) => names.skill(skill)))}`
  const where = `${countText(headsNeeded, 'head')} on ${countText(shifts.length, 'shift')}${asks}`
  const who = people.length === 1 ? '1 person, who fills' : `${people.length} people, who fill`
  return `${where} cannot all be filled: under ${listText(rules.map(ruleName))} there are ${who} ${headsMax} at most.`
}

/** What giving up one rule would leave among all shifts of the kind. */
export const relaxationSentence = ({ rule, skill, missingHeadsLeft }: Relaxation, names: Names): string => {
  const what = skill === null ? ruleName(rule) : `${ruleName(rule)} for ${names.skill(skill)}`
  return missingHeadsLeft === 0
    ? `Without ${what} this would no longer stand in the way.`
    : `Without ${what} at least ${countText(missingHeadsLeft, 'head')} would still be missing.`
}
