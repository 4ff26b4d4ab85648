// Instances of the benchmark family (T. Curtois, R. Qu, 2014) of any size from a seed, in its text format: shift types by part
// of the day, contracts, leave and wishes in runs of days, and cover near what the contracts can give.
import { Random } from '../../solver/search/random.ts'

export interface FamilySize {
  people: number
  weeks: number
  types: number
  seed: number
}

interface ShiftType {
  id: string
  minutes: number
  /** 0 early, 1 day, 2 late, 3 night: a later part of the day may not be followed by an earlier one. */
  part: number
}

interface Contract {
  minutesMax: number
  minutesMin: number
  runMax: number
  runMin: number
  offMin: number
  weekendsMax: number
}

/** The instance as text. Same size and seed, same text. */
export function familyInstance(size: FamilySize): string {
  const random = new Random(size.seed)
  const days = size.weeks * 7
  const types = shiftTypes(size.types, random)
  const contracts = contractsOf(size, random)
  const ids = Array.from({ length: size.people }, (_, p) => personId(p))
  const maxima = ids.map(() => typeMaxima(types, days, random))
  const leave = ids.map(() => leaveDays(days, random))
  return [
    `SECTION_HORIZON\n${days}`,
    `SECTION_SHIFTS\n${types.map((type) => `${type.id},${type.minutes},${notAfter(type, types)}`).join('\n')}`,
    `SECTION_STAFF\n${ids.map((id, p) => staffLine(id, types, maxima[p]!, contracts[p]!)).join('\n')}`,
    `SECTION_DAYS_OFF\n${ids.map((id, p) => [id, ...leave[p]!].join(',')).join('\n')}`,
    `SECTION_SHIFT_ON_REQUESTS\n${ids.flatMap((id, p) => wishes(id, 0.18, days, types, maxima[p]!, leave[p]!, random)).join('\n')}`,
    `SECTION_SHIFT_OFF_REQUESTS\n${ids.flatMap((id, p) => wishes(id, 0.07, days, types, maxima[p]!, leave[p]!, random)).join('\n')}`,
    `SECTION_COVER\n${coverLines(days, types, maxima, contracts, random).join('\n')}`,
    '',
  ].join('\n\n')
}

const between = (random: Random, from: number, to: number) => from + random.below(to - from + 1)

function personId(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : personId(Math.floor(index / 26) - 1) + last
}

function shiftTypes(count: number, random: Random): ShiftType[] {
  const parts = Math.min(count, 4)
  // Few nights, however many types there are; with two types there is no day shift, with one nothing else.
  const nights = parts < 4 ? 0 : Math.max(1, Math.floor(count / 10))
  const partOf = (index: number): number => {
    if (count === 1) return 1
    if (count === 2) return index * 2
    if (index >= count - nights) return 3
    return Math.floor((index * 3) / (count - nights))
  }
  const letters = ['E', 'D', 'L', 'N']
  return Array.from({ length: count }, (_, index): ShiftType => {
    const part = partOf(index)
    const minutes = part === 3 && random.below(2) === 0 ? 600 : count > 12 && random.below(4) === 0 ? 600 : 480
    const first = Array.from({ length: index }, (_, other) => partOf(other)).filter((other) => other === part).length
    return { id: count <= 4 ? letters[part]! : `${letters[part]!.toLowerCase()}${first + 1}`, minutes, part }
  })
}

const notAfter = (type: ShiftType, types: readonly ShiftType[]) =>
  types
    .filter((other) => other.part < type.part)
    .map((other) => other.id)
    .join('|')

/** Most are full time; some may work six days in a row, some work about half. */
function contractsOf({ people, weeks }: FamilySize, random: Random): Contract[] {
  const spread = [480, 960, 1080][random.below(3)]!
  const full = weeks * 2160
  return Array.from({ length: people }, (_, p) => {
    const place = p / people
    const minutesMax = place < 0.83 ? full : Math.round((full * between(random, 40, 65)) / 6000) * 60
    return {
      minutesMax,
      minutesMin: Math.max(0, minutesMax - Math.min(spread, Math.floor(minutesMax / 3))),
      runMax: place >= 0.67 && place < 0.83 ? 6 : 5,
      runMin: place < 0.83 ? 2 : 1,
      offMin: place >= 0.67 && place < 0.83 ? 3 : 2,
      weekendsMax: Math.max(1, Math.floor(weeks / 2) + (place >= 0.83 ? random.below(2) : 0)),
    }
  })
}

/** By type: 0 where the person may not work it, the number of days where there is no maximum. */
function typeMaxima(types: readonly ShiftType[], days: number, random: Random): number[] {
  const maxima = types.map(({ part }) => {
    if (random.below(100) < (part === 3 ? 40 : 22)) return 0
    if (part === 3) return Math.max(2, Math.round((days * between(random, 10, 18)) / 100))
    return random.below(100) < 8 ? Math.max(2, Math.round(days / 4)) : days
  })
  if (maxima.every((max) => max < days)) maxima[random.below(types.filter(({ part }) => part < 3).length)] = days
  return maxima
}

/** About one day in twelve, in runs of up to the length that a holiday has in so long a period. */
function leaveDays(days: number, random: Random): number[] {
  const wanted = Math.max(1, Math.round(days / 12))
  const leave = new Set<number>()
  while (leave.size < wanted) {
    const from = random.below(days)
    const length = between(random, 1, Math.max(1, Math.min(14, Math.floor(wanted / 2))))
    for (let d = from; d < Math.min(days, from + length) && leave.size < wanted; d++) leave.add(d)
  }
  return [...leave].sort((a, b) => a - b)
}

const staffLine = (id: string, types: readonly ShiftType[], maxima: readonly number[], contract: Contract) =>
  [
    id,
    types.map((type, t) => `${type.id}=${maxima[t]}`).join('|'),
    contract.minutesMax,
    contract.minutesMin,
    contract.runMax,
    contract.runMin,
    contract.offMin,
    contract.weekendsMax,
  ].join(',')

/** Runs of up to five days with one type and one weight, on a given share of the days; none on leave. */
function wishes(
  id: string,
  share: number,
  days: number,
  types: readonly ShiftType[],
  maxima: readonly number[],
  leave: readonly number[],
  random: Random,
): string[] {
  const able = types.filter((_, t) => maxima[t]! > 0)
  const taken = new Set(leave)
  const lines: [number, string][] = []
  for (let tries = 0; lines.length < share * days - random.below(3) && tries < days; tries++) {
    const from = random.below(days)
    const type = able[random.below(able.length)]!
    const weight = between(random, 1, 3)
    const to = Math.min(days, from + between(random, 1, 5))
    for (let d = from; d < to && !taken.has(d); d++) {
      taken.add(d)
      lines.push([d, `${id},${d},${type.id},${weight}`])
    }
  }
  return lines.sort((a, b) => a[0] - b[0]).map(([, line]) => line)
}

/** Heads whose minutes are 85 to 100 % of what the contracts allow, by type in proportion to who may work it. */
function coverLines(
  days: number,
  types: readonly ShiftType[],
  maxima: readonly (readonly number[])[],
  contracts: readonly Contract[],
  random: Random,
): string[] {
  const minutes = contracts.reduce((sum, { minutesMax }) => sum + minutesMax, 0)
  const share = between(random, days > 100 ? 85 : 93, days > 100 ? 92 : 100) / 100
  const able = types.map((type, t) =>
    maxima.reduce((sum, max) => sum + Math.min(max[t]!, type.part === 3 ? days / 10 : days), 0),
  )
  const weighted = types.reduce((sum, type, t) => sum + able[t]! * type.minutes, 0)
  return Array.from({ length: days }, (_, d) =>
    types.map((type, t) => {
      const mean = (share * minutes * able[t]!) / (weighted * days)
      const heads = Math.max(0, Math.round(mean * (0.65 + random.fraction() * 0.7)))
      return `${d},${type.id},${heads},100,1`
    }),
  ).flat()
}
