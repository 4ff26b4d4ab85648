// Rosters, runs and proposals.
import * as z from 'zod'
import { idSchema, instant, localDate, version } from './envelope.ts'
import { shownNeeds } from './heads.ts'

export const rosterCreate = z.strictObject({
  name: z.string().trim().min(1).max(200),
  start: localDate,
  days: z.int().min(1).max(366),
  /** Sites whose demand becomes shifts; all sites when empty. Shifts are opened from demand at once. */
  siteIds: z.array(idSchema).max(200).default([]),
})
export const rosterSchema = z.object({
  id: idSchema,
  name: z.string(),
  start: localDate,
  days: z.int(),
  zone: z.string(),
  state: z.enum(['draft', 'published', 'archived']),
  siteIds: z.array(idSchema),
  publishedAt: instant.nullable(),
  /** When a draft is published by itself. */
  publishAt: instant.nullable(),
  version,
})

export const scoreSchema = z.object({ hard: z.int(), medium: z.int(), soft: z.int() })
export const breachSchema = z.object({
  rule: z.string(),
  level: z.enum(['hard', 'medium', 'soft']),
  size: z.int(),
  penalty: z.int(),
  employees: z.array(z.string()),
  shifts: z.array(z.string()),
  justification: z.record(z.string(), z.unknown()),
})
export const keyFiguresSchema = z.object({
  shifts: z.int(),
  headsNeeded: z.int(),
  headsFilled: z.int(),
  assignments: z.int(),
  paidMinutes: z.int(),
  giniThousandths: z.int(),
  minutesMin: z.int(),
  minutesMax: z.int(),
  requestsTotal: z.int(),
  requestsKept: z.int(),
  /** Absent for readers without `costs:read`. */
  costMinor: z.int().optional(),
})

export const gridShift = z.object({
  id: idSchema,
  siteId: idSchema,
  shiftTypeId: idSchema.nullable(),
  name: z.string(),
  day: localDate,
  start: instant,
  end: instant,
  /** Local times at the site, "HH:MM". */
  startTime: z.string(),
  endTime: z.string(),
  paidMinutes: z.int(),
  ...shownNeeds,
  version,
})
export const gridAssignment = z.object({ id: idSchema, shiftId: idSchema, employeeId: idSchema, pinned: z.boolean() })
/** Everything a roster page shows, in one answer. */
export const rosterGrid = z.object({
  roster: rosterSchema,
  sites: z.array(z.object({ id: idSchema, name: z.string(), zone: z.string() })),
  skills: z.array(z.object({ id: idSchema, name: z.string() })),
  shiftTypes: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      name: z.string(),
      colour: z.string().nullable(),
      tags: z.array(z.string()),
    }),
  ),
  employees: z.array(
    z.object({
      id: idSchema,
      number: z.string(),
      name: z.string(),
      skillIds: z.array(idSchema),
      contractName: z.string().nullable(),
      scheduledMinutes: z.int(),
      contractMinutes: z.int().nullable(),
      /** Local days off and unavailable days in the period. */
      absences: z.array(z.object({ day: localDate, kind: z.enum(['time-off', 'unavailable']) })),
      requests: z.array(z.object({ day: localDate, kind: z.enum(['on', 'off']), shiftTypeId: idSchema.nullable() })),
    }),
  ),
  shifts: z.array(gridShift),
  assignments: z.array(gridAssignment),
  /** Heads of people beyond the reader's departments and sites, who are not shown. */
  headsBeyond: z.array(z.object({ shiftId: idSchema, heads: z.int() })),
  score: scoreSchema,
  breaches: z.array(breachSchema),
  keyFigures: keyFiguresSchema,
  activeRunId: idSchema.nullable(),
})

/** The roster as the engine reads it, in the format that `npm run solve` takes too. */
export const rosterProblem = z.object({
  rosterVersion: version,
  problem: z.looseObject({ format: z.literal('muster-problem/1') }),
})

export const candidateSchema = z.object({
  employee: idSchema,
  added: z.array(breachSchema),
  delta: scoreSchema,
})
export const unfilledSchema = z.object({ shift: idSchema, missingHeads: z.int(), candidates: z.array(candidateSchema) })

/** Hand edits: every change is judged by the rules; a hard breach that it adds refuses it. */
export const assignmentChange = z.strictObject({
  add: z
    .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
    .max(1000)
    .default([]),
  remove: z
    .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
    .max(1000)
    .default([]),
  /** Existing or just added assignments that runs may not touch any more, and those they may touch again. */
  pin: z
    .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
    .max(1000)
    .default([]),
  unpin: z
    .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
    .max(1000)
    .default([]),
  /** True: answer what would happen, write nothing. */
  dryRun: z.boolean().default(false),
  /** Why a rule that only warns is gone against; kept with the roster. */
  reason: z.string().trim().min(1).max(500).nullable().optional(),
})
export const assignmentChangeResult = z.object({
  delta: scoreSchema,
  added: z.array(breachSchema),
  removed: z.array(breachSchema),
  /** A rule warns: without a reason the change is refused. */
  needsReason: z.boolean(),
  rosterVersion: version,
})

export const runCreate = z.strictObject({
  /** Time to search; the solver stops earlier only when it knows that no roster is better. */
  seconds: z.int().min(1).max(600).default(15),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** Exact budget in evaluated moves instead of time: same problem, seed and evaluations give the same roster, byte for byte. */
  evaluations: z.int().min(1000).max(10_000_000_000).optional(),
  engine: z.enum(['auto', 'search', 'milp', 'assignment']).default('auto'),
  /** `repair` mends a draft or published roster: what is open or broken from now on, with as few changes as it takes. */
  scope: z.enum(['plan', 'repair']).default('plan'),
  /** Local days of the roster that may change; the whole roster when absent. Outside, assignments are pinned. A repair looks there only. */
  fromDay: localDate.optional(),
  toDay: localDate.optional(),
  siteIds: z.array(idSchema).max(200).default([]),
  /** Keep what is there and fill the gaps. A repair keeps what it can anyway. */
  keepAssignments: z.boolean().default(false),
  /** Only for a repair: mend these shifts, and the shifts of these people; everything when both are empty. */
  shiftIds: z.array(idSchema).max(2000).default([]),
  employeeIds: z.array(idSchema).max(2000).default([]),
})
export const runStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const
export const runSchema = z.object({
  id: idSchema,
  rosterId: idSchema,
  state: z.enum(runStates),
  scope: z.enum(['plan', 'repair']),
  decision: z.enum(['none', 'accepted', 'accepted-in-part', 'rejected']),
  engine: z.string(),
  seconds: z.int(),
  seed: z.int(),
  attempt: z.int(),
  evaluations: z.int(),
  /** Null without `costs:read`, and before the first point. */
  score: scoreSchema.nullable(),
  missingHeads: z.int().nullable(),
  hardBreaches: z.int().nullable(),
  elapsedMs: z.int().nullable(),
  /** In words a planner understands, when failed. */
  failure: z.string().nullable(),
  cancelRequested: z.boolean(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
})
/** One point of a run's curve, by rising `seq`. */
export const runPoint = z.object({
  seq: z.int(),
  atMs: z.int(),
  evaluations: z.int(),
  /** Null without `costs:read`. */
  score: scoreSchema.nullable(),
  missingHeads: z.int(),
  hardBreaches: z.int(),
})
export const runProgress = z.object({ run: runSchema, points: z.array(runPoint) })

export const proposalChange = z.object({ employeeId: idSchema, shiftId: idSchema })
export const proposalSchema = z.object({
  run: runSchema,
  /** What the changes ask of people: how many assignments, and the same weighted by notice (dearer the sooner the shift). */
  disruption: z.object({ changes: z.int(), points: z.int() }),
  /** Roster version against which the diff was made. */
  rosterVersion: version,
  added: z.array(proposalChange),
  removed: z.array(proposalChange),
  scoreBefore: scoreSchema,
  scoreAfter: scoreSchema,
  before: keyFiguresSchema,
  after: keyFiguresSchema,
  breaches: z.array(breachSchema),
  unfilled: z.array(unfilledSchema),
})
/** All of the proposal, or the changes named. */
export const proposalAccept = z.strictObject({
  all: z.boolean().default(true),
  /** Why a rule that only warns is gone against; asked for where the roster is published. */
  reason: z.string().trim().min(1).max(500).nullable().optional(),
  added: z
    .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
    .max(20_000)
    .default([]),
  removed: z
    .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
    .max(20_000)
    .default([]),
})

export const publishRequest = z.strictObject({
  message: z.string().max(1000).nullable().optional(),
  /** Later than now: the rules are asked now and again then. Now when absent; null takes back a time that was set. */
  publishAt: instant.nullable().optional(),
})
/** The published roster, and what stays open in it. */
export const publishResult = rosterSchema.extend({
  openShifts: z.int(),
  openHeads: z.int(),
  /** Medium and soft breaches that remain, missing people not counted. */
  warnings: z.int(),
})
export const exportFormats = ['csv', 'ics', 'html'] as const

/** What a tab hears over the WebSocket `/api/v1/live`; `seq` rises by one per organisation's hub. */
export const liveMessage = z.discriminatedUnion('type', [
  /** The first frame: messages go on from this number. */
  z.object({ type: z.literal('hello'), seq: z.int() }),
  /** The first frame where what was missed is no longer known: load everything again. */
  z.object({ type: z.literal('reload'), seq: z.int() }),
  /** Records of these kinds were written: what shows them is to be asked anew. */
  z.object({ type: z.literal('changed'), seq: z.int(), entities: z.array(z.string()) }),
  z.object({
    type: z.literal('run'),
    seq: z.int(),
    runId: idSchema,
    rosterId: idSchema,
    state: z.enum(runStates),
    point: runPoint.nullable(),
  }),
  z.object({ type: z.literal('roster'), seq: z.int(), rosterId: idSchema, version }),
])
export type LiveMessage = z.infer<typeof liveMessage>
