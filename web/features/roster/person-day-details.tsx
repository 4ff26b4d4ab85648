import {
  Ban,
  CalendarOff,
  CircleCheck,
  Heart,
  HeartOff,
  OctagonX,
  Pin,
  PinOff,
  Scale,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import { type CSSProperties, useMemo } from 'react'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { durationText } from '../../ui/numbers.ts'
import { reasonBeside } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'
import { BreachReasons } from './breach-reasons.tsx'
import styles from './cell-popover.module.css'
import { planAssign, planPin, planRemove } from './plan-edit.ts'
import { type CellShift, cellKey, type OpenShift, type RosterIndex } from './roster-index.ts'
import { timeText, typeColours } from './shift-look.ts'
import { useJudge } from './use-judge.ts'
import type { RosterEdits } from './use-roster-edits.ts'
import { verdictWords } from './verdict-words.ts'

interface DetailsProps {
  index: RosterIndex
  edits: RosterEdits
  canEdit: boolean
  onClose(): void
}

const verdictsMax = 12

/** One person's day: the shifts, what is wrong with them, and the open ones that could be taken. */
export const PersonDayDetails = (props: DetailsProps & { employeeId: string; day: string }) => {
  const { index, canEdit, employeeId, day } = props
  const cell = index.cells.get(cellKey(employeeId, day))
  const open = index.lanes.flatMap((lane) => [...(lane.byDay.get(day) ?? [])]).slice(0, verdictsMax)
  const wholeBreaches = cell?.breaches ?? []
  return (
    <>
      {cell?.absence && (
        <p className={styles.absence}>
          {cell.absence === 'time-off' ? <CalendarOff size={14} /> : <Ban size={14} />}
          {cell.absence === 'time-off' ? 'Time off' : 'Not available'}
        </p>
      )}
      {cell?.requests.map((request) => (
        <p key={`${request.kind}${request.shiftTypeId}`} className={styles.absence}>
          {request.kind === 'on' ? <Heart size={14} /> : <HeartOff size={14} />}
          {request.kind === 'on' ? 'Wishes to work' : 'Wishes to be off'}
          {request.shiftTypeId && `: ${index.typeById.get(request.shiftTypeId)?.name ?? ''}`}
        </p>
      ))}
      {cell?.shifts.map((one) => (
        <AssignedShift key={one.shift.id} {...props} held={one} />
      ))}
      <BreachReasons breaches={wholeBreaches} grid={index.grid} />
      {canEdit && open.length > 0 && (
        <section>
          <h3 className={styles.heading}>Open on this day</h3>
          <div className={styles.options}>
            {open.map((one) => (
              <OpenOption key={one.shift.id} {...props} open={one} />
            ))}
          </div>
        </section>
      )}
      {(cell?.shifts.length ?? 0) === 0 && open.length === 0 && (
        <p className={styles.quiet}>No shift, and nothing is open on this day.</p>
      )}
    </>
  )
}

const AssignedShift = ({
  index,
  edits,
  canEdit,
  onClose,
  employeeId,
  day,
  held,
}: DetailsProps & { employeeId: string; day: string; held: CellShift }) => {
  const { shift, pinned } = held
  const colour = typeColours(index.grid.shiftTypes).get(shift.shiftTypeId ?? '')
  const others = (index.employeesByShift.get(shift.id) ?? []).length - 1
  return (
    <div className={styles.shift} style={colour ? ({ '--type': colour } as CSSProperties) : undefined}>
      <p className={styles.shiftHead}>
        <span className={styles.shiftName}>{shift.name}</span>
        <span className={styles.shiftTime}>{timeText(shift)}</span>
      </p>
      <p className={styles.shiftMeta}>
        {index.siteNameById.get(shift.siteId)} · {durationText(shift.paidMinutes)} paid
        {others > 0 && ` · with ${others} more`}
      </p>
      {canEdit && <p className={styles.keys}>Alt and ↑ makes it longer, ↓ shorter; with Shift at its start.</p>}
      {canEdit && (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={<Trash2 size={13} />}
            disabled={pinned}
            onClick={() => {
              edits.run(planRemove(index, newId(), [{ employeeId, day }]))
              onClose()
            }}
          >
            Take off
          </Button>
          <Button
            size="small"
            icon={pinned ? <PinOff size={13} /> : <Pin size={13} />}
            onClick={() => edits.run(planPin(index, newId(), { employeeId, shiftId: shift.id }, !pinned))}
          >
            {pinned ? 'Unpin' : 'Pin'}
          </Button>
        </div>
      )}
    </div>
  )
}

const verdictIcons = { fine: CircleCheck, costs: Scale, warns: TriangleAlert, stops: OctagonX } as const

const OpenOption = ({
  index,
  edits,
  onClose,
  employeeId,
  open,
}: DetailsProps & { employeeId: string; open: OpenShift }) => {
  const { shift } = open
  const judge = useJudge(index, true)
  const plan = useMemo(() => planAssign(index, 'verdict', shift, employeeId), [index, shift, employeeId])
  const verdict = useMemo(() => (plan.kind === 'edit' ? judge(plan.diff) : null), [judge, plan])
  const Icon = verdict ? verdictIcons[verdict.kind] : null
  const worst = verdict && verdict.kind !== 'costs' ? verdict.breaches[0] : undefined
  const why = worst ? reasonBeside(worst, namesOf(index.grid), shift.id) : null
  return (
    <button
      type="button"
      className={styles.option}
      disabled={verdict?.kind === 'stops' || plan.kind === 'refused'}
      onClick={() => {
        edits.run(planAssign(index, newId(), shift, employeeId))
        onClose()
      }}
    >
      <span className={styles.optionName}>
        {shift.name}
        <small>
          {timeText(shift)}
          {index.grid.sites.length > 1 && ` · ${index.siteNameById.get(shift.siteId) ?? ''}`}
        </small>
      </span>
      {verdict && Icon && (
        <span className={styles.verdict} data-kind={verdict.kind}>
          <Icon size={12} /> {verdictWords[verdict.kind]}
        </span>
      )}
      {why && <span className={styles.why}>{why}</span>}
    </button>
  )
}
