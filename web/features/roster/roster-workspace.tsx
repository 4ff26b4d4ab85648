import { useCallback, useMemo, useRef, useState } from 'react'
import type { RosterGrid as Grid } from '../../api/types.ts'
import { useMe } from '../session/use-me.ts'
import { BreachPanel } from './breach-panel.tsx'
import { CellPopover } from './cell-popover.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { GenerateDialog } from './generate-dialog.tsx'
import { daysShown, type Zoom } from './grid-layout.ts'
import { type Grouping, gridRows, type RowFilter } from './grid-rows.ts'
import { NoShifts } from './no-shifts.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { PublishedStrip } from './published-strip.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { RosterDays } from './roster-days.tsx'
import { type OpenedCell, RosterGrid, type RosterGridHandle } from './roster-grid.tsx'
import { RosterHeader } from './roster-header.tsx'
import { indexRoster } from './roster-index.ts'
import styles from './roster-page.module.css'
import { RosterToolbar } from './roster-toolbar.tsx'
import { ProposalStrip, RunStrip } from './run-strip.tsx'
import { useRosterEdits } from './use-roster-edits.ts'
import { VersionsDialog } from './versions-dialog.tsx'

export type RosterDialog = 'generate' | 'publish' | 'reopen' | 'delete' | 'versions' | null

/** Everything on a roster's page once the roster is there. */
export const RosterWorkspace = ({ grid, isPhone }: { grid: Grid; isPhone: boolean }) => {
  const { can } = useMe()
  const index = useMemo(() => indexRoster(grid), [grid])
  const edits = useRosterEdits(grid.roster.id)
  const [zoom, setZoom] = useState<Zoom>(grid.roster.days > 14 ? 'month' : grid.roster.days > 7 ? 'fortnight' : 'week')
  const [grouping, setGrouping] = useState<Grouping>('none')
  const [filter, setFilter] = useState<RowFilter>('all')
  const [search, setSearch] = useState('')
  const [showLanes, setShowLanes] = useState(false)
  const [showBreaches, setShowBreaches] = useState(false)
  const [dialog, setDialog] = useState<RosterDialog>(null)
  const [opened, setOpened] = useState<OpenedCell | null>(null)
  const [target, setTarget] = useState<{ rowKey: string; day: string } | null>(null)

  const handle = useRef<RosterGridHandle>(null)

  const lanesShown = showLanes || filter === 'open'
  const rows = useMemo(
    () => gridRows(index, { grouping, filter, search, showLanes: lanesShown }),
    [index, grouping, filter, search, lanesShown],
  )
  const isPublished = grid.roster.state === 'published'
  const mayChangePublished = isPublished && can('rosters:write') && can('rosters:publish')
  const [isChanging, setChanging] = useState(false)
  const isOpen = grid.roster.state === 'draft' || (mayChangePublished && isChanging)
  const canEdit = can('rosters:write') && isOpen && grid.activeRunId === null
  const toggleLanes = useCallback(() => setShowLanes((shown) => !shown), [])
  const close = useCallback(() => setOpened(null), [])

  return (
    <div className={styles.workspace}>
      <RosterHeader
        index={index}
        edits={edits}
        canEdit={canEdit}
        onDialog={setDialog}
        onBreaches={() => setShowBreaches((shown) => !shown)}
        breachesShown={showBreaches}
      />
      {grid.activeRunId ? (
        <RunStrip rosterId={grid.roster.id} runId={grid.activeRunId} />
      ) : (
        (canEdit || mayChangePublished) && can('runs:read') && <ProposalStrip roster={grid.roster} />
      )}
      {mayChangePublished && <PublishedStrip isChanging={isChanging} onChange={setChanging} />}
      {grid.shifts.length === 0 && <NoShifts />}
      {!isPhone && (
        <RosterToolbar
          {...{ search, filter, grouping, zoom }}
          canPage={grid.roster.days > daysShown[zoom]}
          onPage={(direction) => handle.current?.page(direction)}
          onSearch={setSearch}
          onFilter={setFilter}
          onGrouping={setGrouping}
          onZoom={setZoom}
        />
      )}
      <div className={styles.body}>
        {isPhone ? (
          <RosterDays index={index} canEdit={canEdit} onOpen={setOpened} />
        ) : (
          <div className={styles.grid}>
            <RosterGrid
              {...{ index, rows, zoom, canEdit, edits, target, handle }}
              lanesShown={lanesShown}
              onToggleLanes={toggleLanes}
              onOpen={setOpened}
            />
          </div>
        )}
        {showBreaches && (
          <BreachPanel
            index={index}
            onClose={() => setShowBreaches(false)}
            onJump={(employeeId, day) => {
              setFilter('all')
              setSearch('')
              setTarget({ rowKey: employeeId, day })
            }}
          />
        )}
      </div>
      <CellPopover opened={opened} index={index} edits={edits} canEdit={canEdit} isPhone={isPhone} onClose={close} />
      {dialog === 'generate' && <GenerateDialog index={index} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && <DeleteDialog roster={grid.roster} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && <ReopenDialog roster={grid.roster} onClose={() => setDialog(null)} />}
      {dialog === 'versions' && <VersionsDialog index={index} onClose={() => setDialog(null)} />}
      {dialog === 'publish' && <PublishDialog index={index} onClose={() => setDialog(null)} />}
      {edits.question && (
        <ReasonDialog
          title="This goes against a rule"
          description="The rule only warns: with a reason the change is made, and the reason is kept with the roster."
          warning={edits.question.warning}
          label="Reason"
          action="Do it all the same"
          onReason={edits.question.answer}
          onClose={() => edits.question?.answer(null)}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {edits.announcement}
      </p>
    </div>
  )
}
