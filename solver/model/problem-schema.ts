// The shape of a problem, for input that nobody has typed. What must agree between its parts is checked elsewhere.
import * as z from 'zod'
import { isZone, parseDate, parseInstant, parseTime } from './time.ts'

const id = z.string().min(1).max(200)
const name = z.string().max(500)
const instant = z
  .string()
  .refine(
    (text) => parseInstant(text) !== null,
    'must be an instant to the minute with offset, like 2026-03-29T22:00+02:00',
  )
const date = z.string().refine((text) => parseDate(text) !== null, 'must be a calendar date, YYYY-MM-DD')
const time = z.string().refine((text) => parseTime(text) !== null, 'must be a time of day, HH:MM')
const zone = z.string().refine(isZone, {
  error: ({ input }) => `${JSON.stringify(input)} is no IANA time zone, like Europe/Berlin`,
})
/** Frames count minutes in 32 bits, and zones have rules for times near ours only. */
const firstDay = date.refine((text) => text >= '1900' && text < '2200', 'must lie between 1900 and 2199')
const whole = (min: number, max: number) => z.int().min(min).max(max)
const tags = z.array(z.string().min(1).max(100)).max(50)

const setting = z.strictObject({
  rule: id,
  level: z.enum(['hard', 'medium', 'soft', 'off']).optional(),
  weight: whole(1, 1_000_000).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
})
const span = { start: instant, end: instant }
const need = z.strictObject({ skill: id, levelMin: whole(1, 5).optional() })
const weekdays = z.array(whole(1, 7)).min(1)
const assignment = z.strictObject({ employee: id, shift: id })
const position = z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
const ids = z.array(id).max(1000)
const burden = whole(-10_000, 10_000).optional()
const fairCarried = z.strictObject({
  weekends: burden,
  nights: burden,
  holidays: burden,
  kinds: z
    .array(z.strictObject({ type: id.optional(), tag: id.optional(), shifts: whole(-10_000, 10_000) }))
    .max(100)
    .optional(),
})
const demand = z.strictObject({
  site: id,
  skill: need.optional(),
  start: instant,
  intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  heads: z.array(whole(0, 10_000)).min(1).max(80_000),
})
const budget = z.strictObject({
  site: id.optional(),
  from: date.optional(),
  until: date.optional(),
  minor: whole(0, 1_000_000_000_000),
})

const employee = z.strictObject({
  id,
  name,
  skills: z
    .array(z.strictObject({ skill: id, level: whole(1, 5).optional(), from: date.optional(), until: date.optional() }))
    .optional(),
  contracts: z.array(z.strictObject({ contract: id, from: date.optional(), until: date.optional() })).optional(),
  sharePercent: whole(1, 100).optional(),
  unavailable: z.array(z.strictObject({ ...span, kind: z.enum(['unavailable', 'time-off']) })).optional(),
  requests: z
    .array(
      z.strictObject({
        kind: z.enum(['on', 'off']),
        weight: whole(1, 1_000_000),
        shift: id.optional(),
        day: date.optional(),
        type: id.optional(),
      }),
    )
    .optional(),
  preferences: z
    .array(
      z.strictObject({
        kind: z.enum(['preferred', 'unpreferred']),
        weekdays: weekdays.optional(),
        from: time.optional(),
        to: time.optional(),
      }),
    )
    .optional(),
  sites: z.array(id).optional(),
  rateMinor: whole(0, 100_000_000).optional(),
  history: z
    .strictObject({
      shifts: z
        .array(z.strictObject({ ...span, paidMinutes: whole(0, 10_000), site: id.optional(), type: id.optional() }))
        .optional(),
      fairMinutesCarried: whole(-1_000_000, 1_000_000).optional(),
      fairCarried: fairCarried.optional(),
    })
    .optional(),
  home: position.optional(),
  notWith: ids.optional(),
  onlyWith: ids.min(1, 'must name at least one person, or be left out').optional(),
})

const shift = z.strictObject({
  ...span,
  id,
  site: id,
  type: id.optional(),
  name: name.optional(),
  paidMinutes: whole(0, 1440).optional(),
  breakMinutes: whole(0, 1440).optional(),
  heads: z.strictObject({
    min: whole(0, 10_000),
    target: whole(0, 10_000).optional(),
    max: whole(0, 10_000).optional(),
  }),
  skills: z.strictObject({ allOf: z.array(need).optional(), anyOf: z.array(need).optional() }).optional(),
  priority: whole(1, 100).optional(),
  underWeight: whole(0, 1_000_000).optional(),
  overWeight: whole(0, 1_000_000).optional(),
  tags: tags.optional(),
  prohibited: ids.optional(),
  preferredEmployees: ids.optional(),
  unpreferredEmployees: ids.optional(),
  preferredSkills: z.array(need).max(100).optional(),
  optional: z.boolean().optional(),
})

export const problemSchema = z.strictObject({
  format: z.literal('muster-problem/1'),
  name,
  period: z.strictObject({ start: firstDay, days: whole(1, 800), weekStart: whole(1, 7).optional(), zone }),
  sites: z.array(z.strictObject({ id, name, zone, position: position.optional(), prohibited: ids.optional() })),
  skills: z.array(z.strictObject({ id, name })),
  shiftTypes: z.array(
    z.strictObject({
      id,
      name,
      tags: tags.optional(),
      colour: z.string().max(50).optional(),
      premiumPercent: z.int().min(0).max(300).optional(),
    }),
  ),
  contracts: z.array(z.strictObject({ id, name, rules: z.array(setting) })),
  employees: z.array(employee).min(1, 'must hold at least one employee').max(20_000),
  shifts: z.array(shift).min(1, 'must hold at least one shift').max(200_000),
  rules: z.array(setting),
  assignments: z.array(assignment).optional(),
  pins: z.array(assignment).optional(),
  published: z.strictObject({ at: instant, assignments: z.array(assignment) }).optional(),
  holidays: z
    .array(z.strictObject({ day: date, site: id.optional() }))
    .max(10_000)
    .optional(),
  distances: z
    .array(z.strictObject({ from: id, to: id, metres: whole(0, 20_100_000) }))
    .max(100_000)
    .optional(),
  travelTimes: z
    .array(z.strictObject({ from: id, to: id, minutes: whole(0, 1440) }))
    .max(100_000)
    .optional(),
  demand: z.array(demand).max(10_000).optional(),
  budgets: z.array(budget).max(10_000).optional(),
})
