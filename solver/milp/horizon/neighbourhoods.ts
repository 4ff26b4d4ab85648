// Neighbourhoods: some people over some weeks, or over the whole period where it is short. How many of each pays best changes from problem to problem and
// while the roster gets better, so each kind gets work by what it brought lately.
// Source of shares by success: S. Ropke, D. Pisinger, "An adaptive large neighborhood search heuristic" (2006).
import type { Line, LineModel } from '../line-model.ts'
import type { Random } from '../random.ts'

/** Weeks are consecutive, all of them where `weeks` is Infinity; with `apart` half of them lie elsewhere, so that minutes and weekends can move between the two. */
interface Kind {
  weeks: number
  people: number
  apart: boolean
}

const kinds: readonly Kind[] = [
  { weeks: 1, people: 10, apart: false },
  { weeks: 1, people: 20, apart: false },
  { weeks: 2, people: 6, apart: false },
  { weeks: 2, people: 10, apart: false },
  { weeks: 2, people: 18, apart: false },
  { weeks: 2, people: 10, apart: true },
  { weeks: 4, people: 6, apart: false },
  { weeks: 4, people: 10, apart: false },
  { weeks: 4, people: 18, apart: false },
  { weeks: 4, people: 10, apart: true },
  { weeks: 8, people: 6, apart: false },
  { weeks: 8, people: 10, apart: false },
  { weeks: 8, people: 6, apart: true },
  { weeks: 2, people: 36, apart: false },
  { weeks: 4, people: 32, apart: false },
  { weeks: Number.POSITIVE_INFINITY, people: 6, apart: false },
  { weeks: Number.POSITIVE_INFINITY, people: 9, apart: false },
  { weeks: Number.POSITIVE_INFINITY, people: 12, apart: false },
  { weeks: Number.POSITIVE_INFINITY, people: 16, apart: false },
  { weeks: Number.POSITIVE_INFINITY, people: Number.POSITIVE_INFINITY, apart: false },
]
/** The last kind: everybody's whole lines. */
export const everybodyKind = kinds.length - 1
/** Days up to which people's whole lines are a neighbourhood. */
const wholeDaysMax = 100

/** What a kind brought and took, older tries counting less. */
export interface KindRecord {
  gain: number
  work: number
  tries: number
}

const memory = 0.92
/** Part of the work that goes to all kinds alike, once more of it where less than `littleGain` of the cost was saved lately. */
const evenPart = 0.1
const littleGain = 1e-4
/** Everybody's part of that, where everybody can be solved at once: new dives over all find what no neighbourhood does. */
const everybodyPart = 0.7
/** Work grows with the area of a neighbourhood to this power; for kinds not tried yet. */
const growth = 1.7
/** How often the window lies around a cell that costs. */
const aimedPart = 0.8

export interface Neighbourhood {
  kind: number
  people: number[]
  days: number[]
}

export function newRecords(): KindRecord[] {
  return kinds.map(() => ({ gain: 0, work: 0, tries: 0 }))
}

/** Notes what a try of the kind brought (cost saved) and took (operations). */
export function record(records: KindRecord[], kind: number, gain: number, work: number): void {
  const kept = records[kind]!
  records[kind] = {
    gain: kept.gain * memory + gain,
    work: kept.work * memory + work,
    tries: kept.tries * memory + 1,
  }
}

/** The next neighbourhood, by chance: kinds that saved more for their work come more often. */
export function chooseNeighbourhood(
  model: LineModel,
  lines: readonly Line[],
  records: readonly KindRecord[],
  random: Random,
  { cost, withEverybody }: { cost: number; withEverybody: boolean },
): Neighbourhood {
  const kind = chooseKind(model, records, random, cost, withEverybody)
  const { weeks, people, apart } = kinds[kind]!
  const heads = new Float64Array(model.cells.count)
  for (const line of lines) for (const cell of line.cells) heads[cell]!++
  const costly: number[] = []
  for (let c = 0; c < heads.length; c++) if (model.cells.at(c, heads[c]!) > 0) costly.push(c)
  const cell = costly.length > 0 && random.next() < aimedPart ? costly[random.below(costly.length)]! : undefined
  const first = windowAround(
    model,
    cell === undefined ? undefined : model.cellDay[cell]!,
    apart ? weeks / 2 : weeks,
    random,
  )
  const second = apart ? windowAround(model, undefined, weeks / 2, random) : []
  const days = [...new Set([...first, ...second])].sort((a, b) => a - b)
  return { kind, people: choosePeople(model, people, cell, random), days }
}

function chooseKind(
  model: LineModel,
  records: readonly KindRecord[],
  random: Random,
  cost: number,
  withEverybody: boolean,
): number {
  const areas = kinds.map((kind, k) => (k === everybodyKind && !withEverybody ? 0 : areaOf(kind, model)))
  const others = areas.filter((area, k) => area > 0 && k !== everybodyKind).length
  const perArea = records.reduce(
    (sum, { work, tries }, k) => (tries > 0 ? Math.max(sum, work / tries / areas[k]! ** growth) : sum),
    1e-9,
  )
  const paid = records.map(({ gain, work }) => (work > 0 ? (gain / work) ** 2 : 0))
  const total = paid.reduce((sum, value) => sum + value, 0)
  const lately = records.reduce((sum, { gain }) => sum + gain, 0)
  const even = Math.max(evenPart, 1 - lately / (lately + littleGain * Math.abs(cost) + 1e-9))
  const shared = withEverybody ? 1 - everybodyPart : 1
  const weights = records.map(({ work, tries }, k) => {
    if (areas[k] === 0) return 0
    const alike = k === everybodyKind ? everybodyPart : shared / Math.max(1, others)
    const share = even * alike + (total > 0 ? ((1 - even) * paid[k]!) / total : 0)
    return share / (tries > 0 ? work / tries : perArea * areas[k]! ** growth)
  })
  let at = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  for (let k = 0; k < weights.length; k++) {
    at -= weights[k]!
    if (at < 0) return k
  }
  return weights.findIndex((weight) => weight > 0)
}

/** Weeks times people; 0 where another kind is the same, or the kind is too much. */
function areaOf({ weeks, people, apart }: Kind, model: LineModel): number {
  const all = model.days / 7
  if (people === Number.POSITIVE_INFINITY) return all * model.people.length
  if (weeks === Number.POSITIVE_INFINITY) return model.days <= wholeDaysMax ? all * people : 0
  const isWhole = weeks >= all
  return isWhole && (apart || model.days <= wholeDaysMax) ? 0 : Math.min(weeks, all) * people
}

/** Days of `weeks` whole weeks, around `day` where it is given. Weeks begin where the first weekend of the period ends. */
function windowAround(model: LineModel, day: number | undefined, weeks: number, random: Random): number[] {
  const length = Math.min(model.days, 7 * Math.max(1, Math.floor(weeks)))
  const near = day === undefined ? random.below(model.days) : day - random.below(length)
  const shift = (model.weekend.findIndex((w, d) => w >= 0 && (model.weekend[d + 1] ?? -1) !== w) + 1) % 7
  const monday = Math.floor((near - shift + 3) / 7) * 7 + shift
  const from = Math.max(0, Math.min(model.days - length, monday))
  return Array.from({ length }, (_, i) => from + i)
}

/** Half of them able to work the cell, where it is given. */
function choosePeople(model: LineModel, count: number, cell: number | undefined, random: Random): number[] {
  const everybody = model.people.map((_, p) => p)
  const size = Math.min(count, everybody.length)
  if (cell === undefined) return random.sample(everybody, size)
  const able = everybody.filter((p) => canWork(model, p, cell))
  const chosen = random.sample(able, Math.ceil(size / 2))
  const isChosen = new Set(chosen)
  return [
    ...chosen,
    ...random.sample(
      everybody.filter((p) => !isChosen.has(p)),
      size - chosen.length,
    ),
  ]
}

function canWork(model: LineModel, p: number, cell: number): boolean {
  const { dayStart, groupStart, optionCell } = model.people[p]!.options
  const d = model.cellDay[cell]!
  for (let o = groupStart[dayStart[d]!]!; o < groupStart[dayStart[d + 1]!]!; o++)
    if (optionCell[o] === cell) return true
  return false
}
