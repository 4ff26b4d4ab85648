import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog } from '../roster/reason-dialog.tsx'

interface DecisionButtonsProps {
  /** What is decided about: "timesheet". */
  what: string
  busy: boolean
  /** True once it was approved: only a rejection is left. */
  isDecided?: boolean
  onDecide(accept: boolean, note?: string): void
}

/** Yes at once, no with a reason that the person is told. */
export const DecisionButtons = ({ what, busy, isDecided = false, onDecide }: DecisionButtonsProps) => {
  const [isRejecting, setRejecting] = useState(false)
  return (
    <>
      {!isDecided && (
        <Button size="small" look="primary" busy={busy} onClick={() => onDecide(true)}>
          Approve
        </Button>
      )}
      <Button size="small" look="ghost" disabled={busy} onClick={() => setRejecting(true)}>
        Reject
      </Button>
      {isRejecting && (
        <ReasonDialog
          title={`Reject this ${what}?`}
          description="The person is told, with your reason."
          label="Reason"
          action="Reject"
          onReason={(note) => {
            setRejecting(false)
            onDecide(false, note)
          }}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  )
}
