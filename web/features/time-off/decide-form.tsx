import { useState } from 'react'
import { decideTimeOff } from '../../api/time-off.ts'
import type { TimeOff } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { countText } from '../../ui/numbers.ts'
import rows from '../../ui/rows.module.css'
import { showToast } from '../../ui/toast.ts'
import { useAct } from '../exchange/use-act.ts'

interface DecideFormProps {
  request: TimeOff
  name: string
  approvalsLeft: number
}

/** Yes or no with a note that the person is told. Published shifts of that time stand: the answer names how many. */
export const DecideForm = ({ request, name, approvalsLeft }: DecideFormProps) => {
  const [note, setNote] = useState('')
  const { act, busyId } = useAct('time-off')
  const decide = (decision: 'approved' | 'rejected') =>
    act({
      id: `${request.id} ${decision}`,
      done: decision === 'approved' ? 'Approved' : 'Rejected',
      work: async () => {
        const decided = await decideTimeOff(request, { decision, note: note.trim() === '' ? null : note.trim() })
        if (decision === 'rejected') return
        if (decided.approvalsLeft > 0)
          showToast({ title: 'One more approval is needed', text: 'Another person who may approve decides next.' })
        else if (decided.shifts.length > 0)
          showToast({
            title: `${name} still has ${countText(decided.shifts.length, 'published shift')} then`,
            text: 'They stand until somebody takes the person off in the roster.',
          })
      },
    })
  return (
    <>
      <TextField
        label={`Note to ${name}`}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={rows.actions}>
        <Button look="primary" busy={busyId === `${request.id} approved`} onClick={() => decide('approved')}>
          Approve
        </Button>
        <Button busy={busyId === `${request.id} rejected`} onClick={() => decide('rejected')}>
          Reject
        </Button>
        {approvalsLeft > 1 && <span className={rows.meta}>Two people must approve; yours is one of them.</span>}
      </div>
    </>
  )
}
