// Who may say yes or no, and what it makes of a request. Pure.
import { Conflict, Forbidden } from '../../errors.ts'

export type Decision = 'approved' | 'rejected'
export type TimeOffState = 'pending' | 'approved' | 'rejected' | 'cancelled'
type Said = { level: number; decidedBy: string }

export const notOneself = () =>
  new Forbidden('Nobody decides about their own time off. Ask somebody else who may approve it.')

/** Throws `Conflict` where somebody would take back their own granted leave after it began, and so have the days again. */
export const refuseOwnBegun = (request: { id: string; state: TimeOffState; startsAt: Date }, now: Date): void => {
  if (request.state !== 'approved' || request.startsAt.getTime() > now.getTime()) return
  throw new Conflict('conflict', `Time off ${request.id} has begun. Ask a manager to cancel or shorten it.`)
}

/** The level at which somebody decides now, what the request becomes, and how many more must say yes. */
type Step = { level: number; state: TimeOffState; approvalsLeft: number }

/**
 * What a decision leads to. Leave without a kind, and a kind that needs no approval, take one level once they wait. Throws
 * `Forbidden` about oneself and for a second yes of the same person, `Conflict` where nothing is left to decide.
 */
export const planDecision = (
  request: { id: string; state: TimeOffState },
  said: readonly Said[],
  levels: number,
  { decision, userId, isOwn }: { decision: Decision; userId: string; isOwn: boolean },
): Step => {
  if (request.state !== 'pending') {
    throw new Conflict('conflict', `Time off ${request.id} is ${request.state}, not pending. Load it again.`)
  }
  if (isOwn) throw notOneself()
  if (said.some(({ decidedBy }) => decidedBy === userId)) {
    throw new Forbidden('You have approved this request already. The next level is for another person.')
  }
  const level = said.length + 1
  if (decision === 'rejected') return { level, state: 'rejected', approvalsLeft: 0 }
  const approvalsLeft = Math.max(0, levels - level)
  return { level, state: approvalsLeft === 0 ? 'approved' : 'pending', approvalsLeft }
}

/**
 * How a new request begins: granted at once where the policy asks nobody, waiting where it is one's own. A manager's entry for
 * somebody else counts as their yes (`decides`), unless it is to wait. Throws `Forbidden` for granting oneself.
 */
export const planStart = (
  levels: number,
  { wanted, isOwn, mayApprove }: { wanted: 'pending' | 'approved' | undefined; isOwn: boolean; mayApprove: boolean },
): { state: 'pending' | 'approved'; decides: boolean } => {
  if (levels === 0) return { state: 'approved', decides: false }
  if (isOwn && wanted === 'approved') throw notOneself()
  if (isOwn || wanted === 'pending' || !mayApprove) return { state: 'pending', decides: false }
  return { state: levels === 1 ? 'approved' : 'pending', decides: true }
}
