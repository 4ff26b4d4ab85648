// How many people a piece of work asks for, how urgently, and what they must be able to do. Fields to spread into a schema.
import * as z from 'zod'
import { idSchema } from './envelope.ts'

const skillNeed = z.strictObject({ skillId: idSchema, levelMin: z.int().min(1).max(5).default(1) })
export const skillNeeds = z.strictObject({
  allOf: z.array(skillNeed).max(20).default([]),
  anyOf: z.array(skillNeed).max(20).default([]),
})
const noNeeds = { allOf: [], anyOf: [] }
const priority = z.int().min(1).max(100).default(1)

/** Heads of demand, at most 500. */
export const demandHeads = z.int().min(0).max(500)
/** What demand asks for; its skills are added to the needs of the shift type. */
export const demandNeeds = {
  headsMin: demandHeads,
  headsTarget: demandHeads.nullable().optional(),
  headsMax: demandHeads.nullable().optional(),
  priority,
  skills: skillNeeds.default(noNeeds),
}

const shiftHeads = z.int().min(0).max(1000)
/** What a shift asks for that is laid by hand, by a template or a rotation. */
export const shiftNeeds = {
  headsMin: shiftHeads.default(1),
  headsTarget: shiftHeads.nullable().default(null),
  headsMax: shiftHeads.nullable().default(null),
  priority,
  skills: skillNeeds.default(noNeeds),
}

/** The same as it is answered. */
export const shownNeeds = {
  headsMin: z.int(),
  headsTarget: z.int().nullable(),
  headsMax: z.int().nullable(),
  priority: z.int(),
  skills: skillNeeds,
}
