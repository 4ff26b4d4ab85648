import { Link } from '@tanstack/react-router'
import { CalendarClock } from 'lucide-react'
import { useMemo } from 'react'
import type { AvailabilityListed } from '../../api/types.ts'
import { longDay, shortDay, today, weekdayName } from '../../ui/dates.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { usePeopleNames } from '../people/use-people-names.ts'
import { Card } from '../shell/page.tsx'
import styles from './availability.module.css'
import { kinds, kindWords } from './availability-words.ts'
import { useWeek } from './use-week.ts'
import { laneCount, type Piece, weekPieces } from './week-pieces.ts'

const dayMinutes = 1440
const laneHeight = 10

/** Everybody who has said something for a week: people as rows, days as columns, a day's hours from left to right. */
export const EverybodyWeek = ({ first, zone }: { first: string; zone: string }) => {
  const { days, lines } = useWeek(first, zone)
  const names = usePeopleNames()
  const people = useMemo(() => {
    const byPerson = Map.groupBy(lines.data ?? [], ({ employeeId }) => employeeId)
    return [...byPerson]
      .map(([id, own]) => ({ id, name: names.get(id) ?? 'Somebody', own }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  }, [lines.data, names])
  if (lines.error)
    return <ErrorState title="The week could not be loaded" error={lines.error} onRetry={lines.refetch} />
  if (lines.isPending) return <Skeleton rows={8} height={40} />
  if (people.length === 0)
    return (
      <EmptyState icon={<CalendarClock size={20} />} title="Nobody has said anything for this week">
        Without a word people count as available. Choose a person to enter times for them.
      </EmptyState>
    )
  return (
    <>
      <Legend lines={lines.data} />
      <Card flush>
        <div className={styles.scroll}>
          <table className={styles.everybody}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                {days.map((day) => (
                  <th key={day} scope="col" data-today={day === today() || undefined}>
                    <span className={styles.weekday}>{weekdayName(day)}</span> {shortDay(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, name, own }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/availability" search={(known) => ({ ...known, person: id })} className={styles.person}>
                      {name}
                    </Link>
                  </th>
                  {weekPieces(own, days, zone).map((pieces, index) => (
                    <td key={days[index]} data-today={days[index] === today() || undefined}>
                      <DayCell pieces={pieces} day={days[index] ?? ''} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </>
  )
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "Not available 08:00 to 14:00", or without times for a whole day. */
export const pieceText = ({ line, from, until }: Piece): string =>
  `${kindWords[line.kind].word}${from === 0 && until === dayMinutes ? ' all day' : ` ${clock(from)} to ${clock(until)}`}`

const DayCell = ({ pieces, day }: { pieces: readonly Piece[]; day: string }) => {
  if (pieces.length === 0) return null
  const text = pieces.map(pieceText).join('; ')
  return (
    <div className={styles.mini} style={{ height: laneCount(pieces) * laneHeight }} title={`${longDay(day)}: ${text}`}>
      <span className="visually-hidden">{text}</span>
      {pieces.map((piece) => (
        <span
          key={`${piece.line.id}${piece.from}`}
          className={styles.miniBar}
          data-kind={piece.line.kind}
          style={{
            left: `${(piece.from / dayMinutes) * 100}%`,
            width: `${((piece.until - piece.from) / dayMinutes) * 100}%`,
            top: piece.lane * laneHeight,
          }}
        />
      ))}
    </div>
  )
}

const Legend = ({ lines }: { lines: readonly AvailabilityListed[] }) => {
  const used = new Set(lines.map(({ kind }) => kind))
  return (
    <ul className={styles.legend} aria-label="Colours">
      {kinds
        .filter((kind) => used.has(kind))
        .map((kind) => (
          <li key={kind}>
            <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
            {kindWords[kind].word}
          </li>
        ))}
    </ul>
  )
}
