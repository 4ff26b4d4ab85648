import type { Timesheet } from '../../api/types.ts'
import { Badge } from '../../ui/states.tsx'

const words = {
  open: { kind: 'neutral', word: 'Not handed in' },
  submitted: { kind: 'info', word: 'Handed in' },
  approved: { kind: 'success', word: 'Approved' },
  rejected: { kind: 'danger', word: 'Rejected' },
} as const

/** How a timesheet stands, in a word. */
export const SheetState = ({ state }: { state: Timesheet['state'] }) => (
  <Badge kind={words[state].kind}>{words[state].word}</Badge>
)
