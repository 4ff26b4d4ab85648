import { Palmtree, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { AskDialog } from './ask-dialog.tsx'
import { MyLeave } from './my-leave.tsx'
import { Requests } from './requests.tsx'
import { TimeOffFrame } from './time-off-frame.tsx'

/** Leave: what waits and what is planned for who reads people, one's own for everybody with a record. */
export const TimeOffPage = () => {
  const { me, can } = useMe()
  const [isAsking, setAsking] = useState(false)
  const mayEnter = can('people:write')
  const mayAsk = can('self:write') && me.employeeId !== null
  return (
    <TimeOffFrame
      title="Leave"
      actions={
        (mayAsk || mayEnter) && (
          <Button look="primary" icon={<Plus size={15} />} onClick={() => setAsking(true)}>
            {mayEnter ? 'Enter leave' : 'Ask for leave'}
          </Button>
        )
      }
    >
      {can('people:read') && <Requests />}
      {me.employeeId !== null && <MyLeave employeeId={me.employeeId} isSecond={can('people:read')} />}
      {me.employeeId === null && !can('people:read') && (
        <EmptyState icon={<Palmtree size={20} />} title="No record of yours yet">
          Your sign-in is not linked to a person. Ask whoever plans to link it, and your leave appears here.
        </EmptyState>
      )}
      {isAsking && <AskDialog onClose={() => setAsking(false)} />}
    </TimeOffFrame>
  )
}
