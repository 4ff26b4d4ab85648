import type * as z from 'zod'
import type { swapSchema } from '../../api/contract/exchange.ts'
import { muster } from '../endpoints.ts'
import { shiftInWords, type Work, workOf } from './plan.ts'
import { type Stage, tried } from './stage.ts'

const triesMax = 40

/**
 * Two people trade shifts of the coming days: proposed for the one, agreed for the other, approved. Trades that the rules stop are refused
 * when they are proposed, and the next is tried. Answers how many were carried out and refused. Errors: ApiError.
 */
export const swapShifts = async (stage: Stage, rosterId: string): Promise<{ swaps: number; refused: number }> => {
  const { client, say, today } = stage
  const work = workOf(await client.call(muster.grid, { id: rosterId })).filter(({ shift }) => shift.day > today)
  let refused = 0
  for (const [mine, yours] of pairsOf(work).slice(0, triesMax)) {
    const body = { kind: 'swap', assignmentId: mine.id, toAssignmentId: yours.id, message: 'Could we trade?' } as const
    const proposed = await tried(client.call(muster.proposeSwap, { body }))
    if ('refusal' in proposed) {
      if (refused === 0) say(`${mine.name} would trade with ${yours.name} and is told: ${proposed.refusal}`)
      refused++
      continue
    }
    if (refused > 0) say(`After ${refused} trades that the rules refuse, one is found that may be`)
    say(`${mine.name} offers ${shiftInWords(mine)}, for ${shiftInWords(yours)} of ${yours.name}`)
    const { state } = await agreed(stage, proposed.done)
    say(`The trade is ${state}`)
    return { swaps: state === 'done' ? 1 : 0, refused }
  }
  say(`No trade is possible: the rules refuse all ${refused} that were tried`)
  return { swaps: 0, refused }
}

type Swap = z.output<typeof swapSchema>

/** The key answers for the other side, and approves where the organisation wants that. */
const agreed = async ({ client, say }: Stage, { id, version, to }: Swap): Promise<Swap> => {
  const swap = await client.call(muster.answerSwap, { id, version, body: { accept: true } })
  say(`${to?.employeeName ?? 'The other side'} agrees`)
  if (swap.state !== 'agreed') return swap
  say('The manager approves')
  return client.call(muster.decideSwap, { id, version: swap.version, body: { accept: true } })
}

/** Shifts of two people who are free on each other's day, those of one kind first: they ask the same of both. */
const pairsOf = (work: readonly Work[]): [Work, Work][] => {
  const taken = new Set(work.map(({ employeeId, shift }) => `${employeeId} ${shift.day}`))
  const isFree = (one: Work, other: Work) => !taken.has(`${one.employeeId} ${other.shift.day}`)
  const pairs = work.flatMap((mine, index) =>
    work
      .slice(index + 1)
      .filter((yours) => isFree(mine, yours) && isFree(yours, mine))
      .map((yours): [Work, Work] => [mine, yours]),
  )
  const isAlike = ([mine, yours]: [Work, Work]) => mine.shift.shiftTypeId === yours.shift.shiftTypeId
  return [...pairs.filter(isAlike), ...pairs.filter((pair) => !isAlike(pair))]
}
