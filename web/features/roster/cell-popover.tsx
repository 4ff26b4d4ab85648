import { Popover } from '@base-ui/react/popover'
import { longDay } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './cell-popover.module.css'
import { OpenShiftDetails } from './open-shift-details.tsx'
import { PersonDayDetails } from './person-day-details.tsx'
import type { OpenedCell } from './roster-grid.tsx'
import type { RosterIndex } from './roster-index.ts'
import type { RosterEdits } from './use-roster-edits.ts'

interface CellPopoverProps {
  opened: OpenedCell | null
  index: RosterIndex
  edits: RosterEdits
  canEdit: boolean
  isPhone: boolean
  onClose(): void
}

const titleOf = (opened: OpenedCell, index: RosterIndex): string =>
  opened.employeeId
    ? (index.employeeById.get(opened.employeeId)?.name ?? 'This person')
    : (index.shiftById.get(opened.shiftId ?? '')?.name ?? 'Open shift')

/** What lies in a cell and what can be done with it: beside the cell on a desk, a sheet on a phone. */
export const CellPopover = ({ opened, index, edits, canEdit, isPhone, onClose }: CellPopoverProps) => {
  const shift = opened?.shiftId ? index.shiftById.get(opened.shiftId) : undefined
  const details = opened && (
    <div className={styles.details}>
      {opened.employeeId ? (
        <PersonDayDetails {...{ index, edits, canEdit, onClose }} employeeId={opened.employeeId} day={opened.day} />
      ) : shift ? (
        <OpenShiftDetails {...{ index, edits, canEdit, shift, onClose }} />
      ) : null}
    </div>
  )

  if (isPhone)
    return (
      <Dialog
        open={opened !== null}
        onOpenChange={(open) => !open && onClose()}
        title={opened ? titleOf(opened, index) : ''}
        description={opened ? longDay(opened.day) : ''}
      >
        {details}
      </Dialog>
    )

  return (
    <Popover.Root open={opened !== null} onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={opened?.anchor ?? null}
          side="right"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={styles.positioner}
        >
          <Popover.Popup className={styles.popup} finalFocus={{ current: opened?.anchor ?? null }}>
            {opened && (
              <header className={styles.header}>
                <Popover.Title className={styles.title}>{titleOf(opened, index)}</Popover.Title>
                <Popover.Description className={styles.day}>{longDay(opened.day)}</Popover.Description>
              </header>
            )}
            {details}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
