import { Link } from '@tanstack/react-router'
import { KeyRound, TabletSmartphone } from 'lucide-react'
import { useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { AtWork } from './at-work.tsx'
import { AttendancePage } from './attendance-page.tsx'
import { OwnClock } from './own-clock.tsx'
import { OwnEntries } from './own-entries.tsx'
import { PinDialog } from './pin-dialog.tsx'

/** One's own clock and time; for whoever reads attendance also who is at work. */
export const ClockPage = () => {
  const { me, can } = useMe()
  const [isPinOpen, setPinOpen] = useState(false)
  const isOwn = me.employeeId !== null
  return (
    <AttendancePage
      title="Clock"
      actions={
        <>
          {can('attendance:kiosk') && (
            <Link to="/kiosk" className={buttonClass({})}>
              <TabletSmartphone size={15} /> Kiosk
            </Link>
          )}
          {isOwn && (
            <Button icon={<KeyRound size={15} />} onClick={() => setPinOpen(true)}>
              Set PIN
            </Button>
          )}
        </>
      }
    >
      {isOwn && <OwnClock />}
      {!isOwn && !can('attendance:read') && (
        <Notice>Your login is not linked to an employee yet. Ask a manager to link it; then your clock is here.</Notice>
      )}
      {can('attendance:read') && <AtWork />}
      {me.employeeId !== null && <OwnEntries employeeId={me.employeeId} />}
      {isPinOpen && <PinDialog onClose={() => setPinOpen(false)} />}
    </AttendancePage>
  )
}
