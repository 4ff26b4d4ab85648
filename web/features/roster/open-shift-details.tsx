import { useQuery } from '@tanstack/react-query'
import { CircleHelp, UserRoundCheck } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { newId } from '../../api/new-id.ts'
import { unfilledQuery } from '../../api/queries.ts'
import type { Candidate, GridShift, Unfilled } from '../../api/types.ts'
import { countText, durationText, listText } from '../../ui/numbers.ts'
import { Badge, Skeleton } from '../../ui/states.tsx'
import { reasonBeside } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'
import { ableCandidates, stoppingBreaches, unfilledSentence } from '../words/unfilled-words.ts'
import styles from './cell-popover.module.css'
import { planAssign } from './plan-edit.ts'
import type { RosterIndex } from './roster-index.ts'
import { timeText, typeColours } from './shift-look.ts'
import type { RosterEdits } from './use-roster-edits.ts'

interface OpenShiftDetailsProps {
  index: RosterIndex
  edits: RosterEdits
  canEdit: boolean
  shift: GridShift
  onClose(): void
}

const shownMax = 6

const skillText = (shift: GridShift, index: RosterIndex): string[] => {
  const name = (need: { skillId: string; levelMin: number }): string => {
    const skill = index.skillNameById.get(need.skillId) ?? 'a skill'
    return need.levelMin > 1 ? `${skill} level ${need.levelMin}` : skill
  }
  const any = shift.skills.anyOf.map(name)
  return [...shift.skills.allOf.map(name), ...(any.length > 0 ? [any.join(' or ')] : [])]
}

/** An open shift: what it needs, who works it, why it is open, and who could take it. */
export const OpenShiftDetails = ({ index, edits, canEdit, shift, onClose }: OpenShiftDetailsProps) => {
  const { roster } = index.grid
  const unfilled = useQuery({ ...unfilledQuery(roster.id, roster.version), enabled: edits.pending === 0 })
  const mine = unfilled.data?.find((one) => one.shift === shift.id)
  const filled = index.filledByShift.get(shift.id) ?? 0
  const people = (index.employeesByShift.get(shift.id) ?? []).map((id) => index.employeeById.get(id)?.name ?? '')
  const colour = typeColours(index.grid.shiftTypes).get(shift.shiftTypeId ?? '')
  return (
    <>
      <div className={styles.shift} style={colour ? ({ '--type': colour } as CSSProperties) : undefined}>
        <p className={styles.shiftHead}>
          <span className={styles.shiftName}>{index.siteNameById.get(shift.siteId)}</span>
          <span className={styles.shiftTime}>{timeText(shift)}</span>
        </p>
        <p className={styles.shiftMeta}>
          {filled} of {countText(shift.headsMin, 'place')} filled · {durationText(shift.paidMinutes)} paid
        </p>
        {people.length > 0 && <p className={styles.shiftMeta}>{listText(people)}</p>}
        <div className={styles.chips}>
          {skillText(shift, index).map((text) => (
            <Badge key={text} kind="neutral">
              {text}
            </Badge>
          ))}
        </div>
      </div>
      {unfilled.isPending && <Skeleton rows={3} height={30} />}
      {unfilled.error && <p className={styles.quiet}>{unfilled.error.message}</p>}
      {mine && <Candidates {...{ index, edits, canEdit, shift, onClose }} unfilled={mine} />}
    </>
  )
}

const Candidates = ({
  index,
  edits,
  canEdit,
  shift,
  onClose,
  unfilled,
}: OpenShiftDetailsProps & { unfilled: Unfilled }) => {
  const [showAll, setShowAll] = useState(false)
  const able = ableCandidates(unfilled)
  const stopped = unfilled.candidates.filter((one) => !able.includes(one))
  const assign = (candidate: Candidate): void => {
    edits.run(planAssign(index, newId(), shift, candidate.employee))
    onClose()
  }
  return (
    <>
      <p className={styles.sentence}>{unfilledSentence(unfilled, index.grid.employees.length)}</p>
      {able.length > 0 && (
        <section>
          <h3 className={styles.heading}>
            <UserRoundCheck size={13} /> Could take it
          </h3>
          <div className={styles.options}>
            {able.slice(0, showAll ? undefined : shownMax).map((candidate) => (
              <CandidateOption
                key={candidate.employee}
                index={index}
                shiftId={shift.id}
                candidate={candidate}
                onChoose={canEdit ? () => assign(candidate) : undefined}
              />
            ))}
          </div>
        </section>
      )}
      {stopped.length > 0 && (able.length === 0 || showAll) && (
        <section>
          <h3 className={styles.heading}>
            <CircleHelp size={13} /> Cannot take it
          </h3>
          <div className={styles.options}>
            {stopped.slice(0, showAll ? undefined : shownMax).map((candidate) => (
              <CandidateOption key={candidate.employee} index={index} shiftId={shift.id} candidate={candidate} />
            ))}
          </div>
        </section>
      )}
      {!showAll && unfilled.candidates.length > shownMax && (
        <button type="button" className={styles.more} onClick={() => setShowAll(true)}>
          Show all {countText(unfilled.candidates.length, 'person', 'people')}
        </button>
      )}
    </>
  )
}

interface CandidateOptionProps {
  index: RosterIndex
  shiftId: string
  candidate: Candidate
  onChoose?: (() => void) | undefined
}

const CandidateOption = ({ index, shiftId, candidate, onChoose }: CandidateOptionProps) => {
  const names = namesOf(index.grid)
  const stops = stoppingBreaches(candidate)
  const costs = candidate.added.filter((breach) => breach.level === 'soft')
  const reasons = (stops.length > 0 ? stops : costs).slice(0, 2)
  return (
    <button type="button" className={styles.option} disabled={!onChoose} onClick={onChoose}>
      <span className={styles.optionName}>{names.employee(candidate.employee)}</span>
      {stops.length === 0 && onChoose && (
        <span className={styles.verdict} data-kind={costs.length > 0 ? 'costs' : 'fine'}>
          Assign
        </span>
      )}
      {reasons.map((breach) => (
        <span key={`${breach.rule}${breach.shifts.join()}`} className={styles.why}>
          {reasonBeside(breach, names, shiftId)}
        </span>
      ))}
    </button>
  )
}
