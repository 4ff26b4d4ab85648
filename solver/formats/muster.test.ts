import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { validateProblem } from '../judge/validate-problem.ts'
import type { Problem } from '../model/problem.ts'
import { smallProblem } from './fixtures.ts'
import { readMuster, writeMuster } from './muster.ts'

/** Every field there is: a field that the types gain without the example fails to compile. */
type Full<T> = T extends readonly (infer Item)[]
  ? readonly Full<Item>[]
  : T extends Record<string, unknown> | object
    ? { [Key in keyof T]-?: Full<Exclude<T[Key], undefined>> }
    : T

const span = { start: '2027-03-01T08:00+01:00', end: '2027-03-01T16:00+01:00' }
const position = { latitude: 52.52, longitude: 13.405 }
const full = {
  format: 'muster-problem/1',
  name: 'Everything',
  period: { start: '2027-03-01', days: 7, weekStart: 7, zone: 'Europe/Berlin' },
  sites: [{ id: 'main', name: 'Main', zone: 'Europe/Berlin', position, prohibited: ['bob'] }],
  skills: [{ id: 'vet', name: 'Vet' }],
  shiftTypes: [{ id: 'day', name: 'Day', tags: ['day'], colour: '#2f80ed', premiumPercent: 25 }],
  contracts: [
    { id: 'full', name: 'Full', rules: [{ rule: 'min-rest', level: 'hard', weight: 2, params: { minutes: 660 } }] },
  ],
  employees: [
    {
      id: 'ann',
      name: 'Ann',
      skills: [{ skill: 'vet', level: 3, from: '2020-01-01', until: '2027-12-31' }],
      contracts: [{ contract: 'full', from: '2020-01-01', until: '2027-12-31' }],
      sharePercent: 80,
      unavailable: [{ ...span, kind: 'time-off' }],
      requests: [{ kind: 'on', weight: 2, day: '2027-03-02', type: 'day', shift: 's1' }],
      preferences: [{ kind: 'preferred', weekdays: [1, 5], from: '08:00', to: '12:00' }],
      sites: ['main'],
      rateMinor: 2500,
      history: {
        shifts: [{ ...span, paidMinutes: 480, site: 'main', type: 'day' }],
        fairMinutesCarried: -60,
        fairCarried: { weekends: 1, nights: -2, holidays: 0, kinds: [{ type: 'day', tag: 'x', shifts: 1 }] },
      },
      home: position,
      notWith: ['bob'],
      onlyWith: ['cem'],
    },
  ],
  shifts: [
    {
      ...span,
      id: 's1',
      site: 'main',
      type: 'day',
      name: 'Day',
      paidMinutes: 450,
      breakMinutes: 30,
      heads: { min: 1, target: 2, max: 3 },
      skills: { allOf: [{ skill: 'vet', levelMin: 2 }], anyOf: [{ skill: 'vet', levelMin: 1 }] },
      priority: 2,
      underWeight: 10,
      overWeight: 1,
      tags: ['x'],
      prohibited: ['bob'],
      preferredEmployees: ['ann'],
      unpreferredEmployees: ['cem'],
      preferredSkills: [{ skill: 'vet', levelMin: 4 }],
      optional: true,
    },
  ],
  rules: [{ rule: 'max-minutes', level: 'soft', weight: 1, params: { period: 'week', minutes: 2400 } }],
  assignments: [{ employee: 'ann', shift: 's1' }],
  pins: [{ employee: 'ann', shift: 's1' }],
  published: { at: '2027-02-14T12:00Z', assignments: [{ employee: 'ann', shift: 's1' }] },
  holidays: [{ day: '2027-03-08', site: 'main' }],
  distances: [{ from: 'main', to: 'main', metres: 0 }],
  travelTimes: [{ from: 'main', to: 'main', minutes: 0 }],
  demand: [
    { site: 'main', skill: { skill: 'vet', levelMin: 2 }, start: span.start, intervalMinutes: 30, heads: [1, 2, 0] },
  ],
  budgets: [{ site: 'main', from: '2027-03-01', until: '2027-03-07', minor: 250_000 }],
} as const satisfies Full<Problem>

/** A request names a shift or a day, never both: the only place where an example cannot hold every field at once. */
const valid = structuredClone(full) as unknown as Problem & { employees: { requests: object[] }[] }
valid.employees[0]!.requests = [
  { kind: 'on', weight: 2, day: '2027-03-02', type: 'day' },
  { kind: 'off', weight: 1, shift: 's1' },
]

type Node = { properties?: Record<string, Node>; items?: Node; $ref?: string; $defs?: Record<string, Node> }
const schema = JSON.parse(readFileSync(new URL('./muster-problem.schema.json', import.meta.url), 'utf8')) as Node
const matches = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema)

/** Paths of fields that the schema describes and the value lacks. */
function missingFields(node: Node, value: unknown, path: string): string[] {
  if (node.$ref) return missingFields(schema.$defs?.[node.$ref.split('/').at(-1) ?? ''] ?? {}, value, path)
  if (node.items && Array.isArray(value)) return missingFields(node.items, value[0], `${path}[]`)
  const record = value as Record<string, unknown> | undefined
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    record?.[key] === undefined ? [`${path}.${key}`] : missingFields(child, record[key], `${path}.${key}`),
  )
}

describe('muster-problem.schema.json', () => {
  it('allows every field of the types', () => {
    expect(matches(valid) ? [] : matches.errors).toEqual([])
    expect(matches(smallProblem) ? [] : matches.errors).toEqual([])
  })

  it('describes no field that the types lack', () => {
    expect(missingFields(schema, full, '')).toEqual([])
  })

  it('refuses what the engine refuses, and accepts what it accepts', () => {
    type Loose = { shifts: object[]; employees: object[]; rules: object[]; period: object }
    const changes: Record<string, (problem: Loose) => void> = {
      'an unknown field': (p) => Object.assign(p, { colour: 'red' }),
      'an instant without an offset': (p) => Object.assign(p.shifts[0]!, { start: '2027-03-01T08:00' }),
      'half a minute': (p) => Object.assign(p.shifts[0]!, { paidMinutes: 7.5 }),
      'a wish for nothing': (p) => Object.assign(p.employees[0]!, { requests: [{ kind: 'on', weight: 1 }] }),
      'no heads': (p) => Object.assign(p.shifts[0]!, { heads: {} }),
      'a level of 6': (p) => Object.assign(p.employees[0]!, { skills: [{ skill: 'vet', level: 6 }] }),
      'a rule without a name': (p) => p.rules.push({ level: 'hard' }),
      'a period of no days': (p) => Object.assign(p.period, { days: 0 }),
    }
    expect(validateProblem(smallProblem)).toEqual([])
    for (const [what, change] of Object.entries(changes)) {
      const problem = structuredClone(smallProblem) as unknown as Loose
      change(problem)
      expect(matches(problem), what).toBe(false)
      expect(validateProblem(problem), what).not.toEqual([])
    }
  })
})

describe('readMuster', () => {
  const text = JSON.stringify(smallProblem, null, 2)

  it('reads a problem that the engine accepts', () => {
    expect(readMuster(text, () => [])).toEqual({ kind: 'read', problem: smallProblem })
  })

  it('names the line of everything the engine refuses', () => {
    const issues = [{ path: 'shifts[1].heads.min', reason: 'must be 0 or more' }]
    const line = text.split('\n').findLastIndex((entry) => entry.includes('"min": 1')) + 1
    expect(readMuster(text, () => issues)).toEqual({
      kind: 'unusable',
      errors: [{ line, reason: 'shifts[1].heads.min: must be 0 or more' }],
    })
  })

  it('names the line where the text stops being JSON', () => {
    expect(readMuster(text.replace('"sites"', 'sites'), () => [])).toMatchObject({ errors: [{ line: 10 }] })
  })
})

describe('writeMuster', () => {
  it('adds names and both kinds of time, and lists what is open', () => {
    const score = { hard: 0, medium: 2, soft: 0 }
    const written = writeMuster(smallProblem, { assignments: [{ employee: 'e3', shift: 's1' }] }, score)
    expect(written.assignments).toEqual([
      {
        employee: 'e3',
        employeeName: 'Zoë Åström',
        shift: 's1',
        shiftName: 'Night',
        site: 'n',
        siteName: 'North; gate, 1',
        start: '2027-03-27T22:00+01:00',
        end: '2027-03-28T06:00+02:00',
        localStart: '2027-03-27T22:00',
        localEnd: '2027-03-28T06:00',
        paidMinutes: 390,
      },
    ])
    expect(written.open).toEqual([
      { shift: 's1', missingHeads: 1 },
      { shift: 's2', missingHeads: 1 },
    ])
    expect(written).toMatchObject({ format: 'muster-roster/1', problem: 'Small', score })
  })

  it('refuses a roster of another problem', () => {
    const roster = { assignments: [{ employee: 'nobody', shift: 's1' }] }
    expect(() => writeMuster(smallProblem, roster, { hard: 0, medium: 0, soft: 0 })).toThrow('"nobody"')
  })
})
