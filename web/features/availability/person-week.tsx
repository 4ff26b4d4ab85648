import { useState } from 'react'
import { longDay, shortDay, today, weekdayName } from '../../ui/dates.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Card } from '../shell/page.tsx'
import styles from './availability.module.css'
import { kindWords } from './availability-words.ts'
import { pieceText } from './everybody-week.tsx'
import { LineDialog } from './line-dialog.tsx'
import { OccurrenceDialog } from './occurrence-dialog.tsx'
import { useWeek } from './use-week.ts'
import { laneCount, type Piece, weekPieces } from './week-pieces.ts'

const dayMinutes = 1440
const laneHeight = 30
const marks = [0, 6, 12, 18]

interface PersonWeekProps {
  employeeId: string
  first: string
  zone: string
  mayWrite: boolean
}

/** One person's week: days as rows, the hours of a day from left to right. Each piece opens what can be done with it. */
export const PersonWeek = ({ employeeId, first, zone, mayWrite }: PersonWeekProps) => {
  const { days, lines } = useWeek(first, zone, employeeId)
  const [opened, setOpened] = useState<Piece | null>(null)
  const [edited, setEdited] = useState<Piece | null>(null)
  if (lines.error)
    return <ErrorState title="The week could not be loaded" error={lines.error} onRetry={lines.refetch} />
  if (lines.isPending) return <Skeleton rows={7} height={44} />
  const pieces = weekPieces(lines.data, days, zone)
  return (
    <Card flush>
      <div className={styles.hours} aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {String(hour).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      <ul>
        {days.map((day, index) => (
          <li key={day} className={styles.day} data-today={day === today() || undefined}>
            <span className={styles.dayName}>
              <span className={styles.weekday}>{weekdayName(day)}</span> {shortDay(day)}
            </span>
            <div className={styles.track} style={{ minHeight: laneCount(pieces[index] ?? []) * laneHeight + 8 }}>
              {pieces[index]?.map((piece) => (
                <button
                  key={`${piece.line.id}${piece.start}`}
                  type="button"
                  className={styles.piece}
                  data-kind={piece.line.kind}
                  style={{
                    left: `${(piece.from / dayMinutes) * 100}%`,
                    width: `${((piece.until - piece.from) / dayMinutes) * 100}%`,
                    top: 4 + piece.lane * laneHeight,
                  }}
                  title={pieceText(piece)}
                  aria-label={`${longDay(day)}: ${pieceText(piece)}`}
                  onClick={() => setOpened(piece)}
                >
                  {kindWords[piece.line.kind].short}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {opened && (
        <OccurrenceDialog
          piece={opened}
          zone={zone}
          mayWrite={mayWrite}
          onEdit={() => {
            setEdited(opened)
            setOpened(null)
          }}
          onClose={() => setOpened(null)}
        />
      )}
      {edited && (
        <LineDialog
          employeeId={employeeId}
          line={edited.line}
          zone={zone}
          first={first}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  )
}
