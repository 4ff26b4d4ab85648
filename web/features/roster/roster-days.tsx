import { Flag, UserRoundX } from 'lucide-react'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import type { GridShift } from '../../api/types.ts'
import { isWeekend, longDay, today, weekdayLetter } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import styles from './roster-days.module.css'
import type { OpenedCell } from './roster-grid.tsx'
import type { RosterIndex } from './roster-index.ts'
import { timeText, typeColours } from './shift-look.ts'

interface RosterDaysProps {
  index: RosterIndex
  canEdit: boolean
  onOpen(cell: OpenedCell): void
}

/** A roster on a phone: one day at a time, its shifts by site, open ones first. */
export const RosterDays = ({ index, onOpen }: RosterDaysProps) => {
  const now = today()
  const [day, setDay] = useState(index.days.includes(now) ? now : (index.days[0] ?? now))
  const strip = useRef<HTMLDivElement>(null)
  const colours = useMemo(() => typeColours(index.grid.shiftTypes), [index.grid.shiftTypes])
  const cover = index.cover[index.days.indexOf(day)]
  const missing = cover ? cover.needed - cover.filled : 0
  const shifts = index.shiftsByDay.get(day) ?? []
  const sites = index.grid.sites.filter((site) => shifts.some((shift) => shift.siteId === site.id))

  useEffect(() => {
    strip.current?.querySelector(`[data-day="${day}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [day])

  return (
    <div className={styles.days}>
      <div ref={strip} className={styles.strip} role="tablist" aria-label="Days">
        {index.days.map((one, n) => {
          const dayCover = index.cover[n]
          const open = dayCover ? dayCover.needed - dayCover.filled : 0
          return (
            <button
              key={one}
              type="button"
              role="tab"
              data-day={one}
              aria-selected={one === day}
              aria-label={`${longDay(one)}, ${open > 0 ? countText(open, 'open place') : 'nothing open'}`}
              data-weekend={isWeekend(one) || undefined}
              className={styles.day}
              onClick={() => setDay(one)}
            >
              <span>{weekdayLetter(one)}</span>
              <b>{Number(one.slice(8))}</b>
              <i data-open={open > 0 || undefined} />
            </button>
          )
        })}
      </div>
      <div className={styles.list} role="tabpanel" aria-label={longDay(day)}>
        <header className={styles.heading}>
          <h2>{longDay(day)}</h2>
          <p>{missing > 0 ? `${missing} of ${countText(cover?.needed ?? 0, 'place')} open` : 'Every place filled'}</p>
        </header>
        {sites.map((site) => (
          <section key={site.id}>
            {index.grid.sites.length > 1 && <h3 className={styles.site}>{site.name}</h3>}
            <ul className={styles.shifts}>
              {shifts
                .filter((shift) => shift.siteId === site.id)
                .map((shift) => (
                  <DayShift
                    key={shift.id}
                    {...{ index, shift, onOpen }}
                    colour={colours.get(shift.shiftTypeId ?? '')}
                  />
                ))}
            </ul>
          </section>
        ))}
        {shifts.length === 0 && <p className={styles.nothing}>No work is planned for this day.</p>}
      </div>
    </div>
  )
}

interface DayShiftProps {
  index: RosterIndex
  shift: GridShift
  colour: string | undefined
  onOpen(cell: OpenedCell): void
}

const DayShift = ({ index, shift, colour, onOpen }: DayShiftProps) => {
  const people = index.employeesByShift.get(shift.id) ?? []
  const filled = index.filledByShift.get(shift.id) ?? 0
  const open = shift.headsMin - filled
  const broken = new Set(
    (index.breachesByShift.get(shift.id) ?? []).filter((one) => one.level === 'hard').flatMap((one) => one.employees),
  )
  return (
    <li className={styles.shift} style={colour ? ({ '--type': colour } as CSSProperties) : undefined}>
      <p className={styles.shiftHead}>
        <b>{shift.name}</b>
        <span className={styles.shiftTime}>{timeText(shift)}</span>
        <span className={styles.count} data-open={open > 0 || undefined}>
          {filled}/{shift.headsMin}
        </span>
      </p>
      <div className={styles.people}>
        {people.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.person}
            onClick={(event) =>
              onOpen({ employeeId: id, day: shift.day, shiftId: shift.id, anchor: event.currentTarget })
            }
          >
            {broken.has(id) && <Flag size={11} strokeWidth={3} aria-label="Broken rule" />}
            {index.employeeById.get(id)?.name}
          </button>
        ))}
        {open > 0 && (
          <button
            type="button"
            className={styles.open}
            onClick={(event) =>
              onOpen({ employeeId: null, day: shift.day, shiftId: shift.id, anchor: event.currentTarget })
            }
          >
            <UserRoundX size={13} /> {open} open
          </button>
        )}
      </div>
    </li>
  )
}
