import { readCurtois } from '../formats/curtois.ts'
import type { Problem } from '../model/problem.ts'
import { Random } from '../search/random.ts'

/** A small random problem for tests: `people` persons, `days` days, early and late shifts, every kind of limit. */
export function smallInstance(seed: number, people: number, days: number): Problem {
  const random = new Random(seed)
  const staff = Array.from({ length: people }, (_, p) => {
    const least = 1 + random.below(2)
    const most = least + 2 + random.below(2)
    const limits = `E=${days}|L=${1 + random.below(3)}`
    return `P${p},${limits},${most * 480 + 120},${least * 480},${3 + random.below(2)},${1 + random.below(2)},${1 + random.below(2)},${1 + random.below(2)}`
  })
  const requests = (count: number) =>
    Array.from(
      { length: count },
      () =>
        `P${random.below(people)},${random.below(days)},${random.below(2) === 0 ? 'E' : 'L'},${1 + random.below(3)}`,
    )
  const cover = Array.from(
    { length: days },
    (_, d) => `${d},E,${random.below(3)},100,1\n${d},L,${random.below(2)},100,1`,
  )
  const text = `SECTION_HORIZON
${days}
SECTION_SHIFTS
E,480,
L,600,E
SECTION_STAFF
${staff.join('\n')}
SECTION_DAYS_OFF
P0,${random.below(days)}
SECTION_SHIFT_ON_REQUESTS
${requests(3).join('\n')}
SECTION_SHIFT_OFF_REQUESTS
${requests(3).join('\n')}
SECTION_COVER
${cover.join('\n')}
`
  const reading = readCurtois(text)
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading.errors))
  return reading.problem
}
