// The life after publishing on the wire: open shifts and claims, swaps and offers, absences.
import * as z from 'zod'
import { idSchema, instant, localDate, narrowedQuery, version } from './envelope.ts'
import { breachSchema, scoreSchema } from './rostering.ts'

const message = z.string().trim().max(500).nullable().optional()
/** A part of a shift, inside its span. The rest stays with whoever works it. */
const part = z.strictObject({ from: instant, until: instant })

const openShiftModes = ['first-come', 'bids'] as const
const openShiftStates = ['open', 'filled', 'closed', 'withdrawn'] as const

export const openShiftCreate = z.strictObject({
  shiftId: idSchema,
  heads: z.int().min(1).max(50).optional().describe('As many as the shift lacks when absent'),
  mode: z.enum(openShiftModes).default('first-come'),
  closesAt: instant.optional().describe('The start of the shift when absent'),
  message,
  part: part.extend({ employeeId: idSchema.describe('Who works the shift now and gives this part away') }).optional(),
})

export const openShiftSchema = z
  .object({
    id: idSchema,
    shiftId: idSchema,
    rosterId: idSchema,
    siteId: idSchema,
    siteName: z.string(),
    zone: z.string().describe('IANA zone of the site'),
    shiftName: z.string(),
    day: localDate,
    start: instant,
    end: instant,
    paidMinutes: z.int(),
    heads: z.int(),
    headsTaken: z.int(),
    mode: z.enum(openShiftModes),
    closesAt: instant,
    state: z.enum(openShiftStates),
    message: z.string().nullable(),
    absenceId: idSchema.nullable(),
    version,
  })
  .meta({ id: 'OpenShift' })

const claimStates = ['offered', 'pending', 'accepted', 'rejected', 'withdrawn', 'declined', 'lost'] as const
export const claimSchema = z
  .object({
    id: idSchema,
    openShiftId: idSchema,
    employeeId: idSchema,
    employeeName: z.string(),
    state: z.enum(claimStates),
    /** Why it ended, in words for the person. */
    reason: z.string().nullable(),
    /** Soft cost by the rules when it was made; only for who decides and may read costs. */
    cost: z.int().nullable(),
    createdAt: instant,
    decidedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'ShiftClaim' })

export const openShiftWithClaims = openShiftSchema
  .extend({ claims: z.array(claimSchema) })
  .meta({ id: 'OpenShiftWithClaims' })
export const openShiftQuery = narrowedQuery.extend({ state: z.enum(openShiftStates).optional() })

/** An open shift as one person sees it: may they take it, and what speaks against it. */
export const shiftToTake = z
  .object({
    openShift: openShiftSchema,
    verdict: z.enum(['free', 'costs', 'stopped']),
    breaches: z.array(breachSchema),
    claim: claimSchema.nullable(),
  })
  .meta({ id: 'ShiftToTake' })
export const forEmployee = z.strictObject({
  employeeId: idSchema.optional().describe('Somebody else, for a manager who acts for them'),
})
export const offerRequest = z.strictObject({ employeeIds: z.array(idSchema).min(1).max(50), message })
export const decideRequest = z.strictObject({
  claimId: idSchema.optional().describe('The claim to accept; the best ones by the rules when absent'),
})
export const claimQuery = narrowedQuery.extend({ state: z.enum(claimStates).optional() })

export const standIn = z
  .object({
    employeeId: idSchema,
    employeeName: z.string(),
    isStopped: z.boolean(),
    delta: scoreSchema,
    breaches: z.array(breachSchema),
  })
  .meta({ id: 'StandIn' })

const swapKinds = ['swap', 'offer', 'give-up'] as const
const swapStates = ['proposed', 'agreed', 'done', 'declined', 'rejected', 'cancelled', 'ended'] as const
export const swapCreate = z
  .strictObject({
    kind: z.enum(swapKinds),
    assignmentId: idSchema.describe('The assignment that is given away'),
    toEmployeeId: idSchema.optional().describe('For an offer'),
    toAssignmentId: idSchema.optional().describe('For a swap: what is wanted in return'),
    part: part.optional().describe('For an offer or giving up: only this part'),
    message,
  })
  .refine((swap) => (swap.kind === 'swap') === (swap.toAssignmentId !== undefined), {
    path: ['toAssignmentId'],
    error: 'A swap names the assignment wanted in return, other kinds do not.',
  })
  .refine((swap) => (swap.kind === 'offer') === (swap.toEmployeeId !== undefined), {
    path: ['toEmployeeId'],
    error: 'An offer names the person it goes to, other kinds do not.',
  })
  .refine((swap) => swap.kind !== 'swap' || swap.part === undefined, {
    path: ['part'],
    error: 'Whole shifts are swapped. Offer a part instead.',
  })
const side = z.object({
  employeeId: idSchema,
  employeeName: z.string(),
  assignmentId: idSchema.nullable(),
  shiftName: z.string().nullable(),
  siteName: z.string().nullable(),
  zone: z.string().nullable(),
  start: instant.nullable(),
  end: instant.nullable(),
})
export const swapSchema = z
  .object({
    id: idSchema,
    kind: z.enum(swapKinds),
    from: side,
    to: side.nullable(),
    part: z.object({ from: instant, until: instant }).nullable(),
    state: z.enum(swapStates),
    message: z.string().nullable(),
    reason: z.string().nullable(),
    createdAt: instant,
    decidedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'SwapRequest' })
export const swapQuery = narrowedQuery.extend({ state: z.enum(swapStates).optional() })
export const swapAnswer = z.strictObject({ accept: z.boolean(), reason: z.string().trim().max(500).optional() })

const absenceKinds = ['sick', 'child-sick', 'emergency', 'no-show'] as const
export const absenceCreate = z
  .strictObject({
    employeeId: idSchema.optional().describe('Somebody else, for a manager who acts for them'),
    kind: z.enum(absenceKinds).default('sick'),
    start: instant,
    end: instant,
    note: z.string().trim().max(500).nullable().optional(),
    open: z
      .strictObject({
        mode: z.enum(openShiftModes).default('first-come'),
        offerTo: z.int().min(0).max(20).default(0).describe('Offer each shift to so many of the best stand-ins'),
      })
      .optional()
      .describe('Opens the shifts that are left; managers do it later when absent'),
  })
  .refine(({ start, end }) => Date.parse(end) > Date.parse(start), {
    path: ['end'],
    error: 'The end must be after the start.',
  })
export const absenceSchema = z
  .object({
    id: idSchema,
    employeeId: idSchema,
    employeeName: z.string(),
    kind: z.enum(absenceKinds),
    start: instant,
    end: instant,
    note: z.string().nullable(),
    endedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'Absence' })
export const absenceResult = absenceSchema
  .extend({
    openShifts: z.array(openShiftSchema),
    /** Shifts the person was taken off that nobody opened. */
    shiftsLeft: z.array(idSchema),
    standIns: z
      .record(idSchema, z.array(standIn))
      .describe('The nearest people by open shift, for those who may read people'),
  })
  .meta({ id: 'AbsenceReported' })
export const absenceEndResult = absenceSchema
  .extend({ restored: z.array(idSchema).describe('Shifts the person has again'), taken: z.array(idSchema) })
  .meta({ id: 'AbsenceEnded' })
export const absenceQuery = narrowedQuery.extend({ from: instant.optional(), to: instant.optional() })
