// Codes of this request and of the organisation, as the ids they stand for.
import type { HeldSkillCell, SkillNeedCell } from '../../../solver/formats/csv/csv-readers.ts'
import type { Refuse } from './internal.ts'

/** Where a missing one is added; null for what has no file. */
const files = {
  skill: 'skills.csv',
  contract: 'contracts.csv',
  site: 'sites.csv',
  'shift type': 'shift-types.csv',
  person: 'people.csv',
  department: null,
  team: null,
  'job role': null,
} as const
export type RefKind = keyof typeof files

export class References {
  private readonly ids: Record<RefKind, Map<string, string>> = {
    skill: new Map(),
    contract: new Map(),
    site: new Map(),
    'shift type': new Map(),
    person: new Map(),
    department: new Map(),
    team: new Map(),
    'job role': new Map(),
  }

  set(kind: RefKind, code: string, id: string): void {
    this.ids[kind].set(code, id)
  }

  /** The id of a code; refuses the line and answers null when neither the files nor the organisation know it. */
  find(kind: RefKind, code: string, line: number, column: string, refuse: Refuse): string | null {
    const id = this.ids[kind].get(code)
    if (id === undefined) {
      const file = files[kind]
      const reason =
        file === null
          ? `There is no ${kind} "${code}" in the organisation. Add it there first or correct it here.`
          : `There is no ${kind} "${code}", neither in these files nor in the organisation. Add it to ${file} or correct it here.`
      refuse(line, column, code, reason)
    }
    return id ?? null
  }

  /** Needs by id; every unknown skill refuses the line. */
  skillNeeds(needs: readonly SkillNeedCell[], line: number, column: string, refuse: Refuse) {
    return needs.flatMap(({ code, levelMin }) => {
      const skillId = this.find('skill', code, line, column, refuse)
      return skillId === null ? [] : [{ skillId, levelMin }]
    })
  }

  /** Held skills by id; every unknown skill, and a skill held twice at once, refuses the line. */
  heldSkills(held: readonly HeldSkillCell[], line: number, refuse: Refuse) {
    const found = held.flatMap(({ code, ...rest }) => {
      const skillId = this.find('skill', code, line, 'skills', refuse)
      return skillId === null ? [] : [{ skillId, code, ...rest }]
    })
    for (const [at, one] of found.entries()) {
      const isTwice = found
        .slice(0, at)
        .some(
          (other) =>
            other.skillId === one.skillId &&
            (other.validFrom ?? '') <= (one.validUntil ?? '9999') &&
            (one.validFrom ?? '') <= (other.validUntil ?? '9999'),
        )
      if (isTwice)
        refuse(line, 'skills', one.code, `The skill "${one.code}" is held twice at the same time. Part their dates.`)
    }
    return found.map(({ code: _, ...rest }) => rest)
  }
}
