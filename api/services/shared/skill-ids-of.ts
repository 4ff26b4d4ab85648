import type { SkillNeeds } from '../../../drizzle/schema/index.ts'

/** Ids of the skills that a need names. */
export const skillIdsOf = (needs: SkillNeeds | undefined): string[] =>
  needs === undefined ? [] : [...needs.allOf, ...needs.anyOf].map(({ skillId }) => skillId)
