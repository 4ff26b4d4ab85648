import type { ReactNode } from 'react'
import type { Dashboard } from '../../api/types.ts'
import { countText, hoursText, moneyText, numberText } from '../../ui/numbers.ts'
import styles from './overview.module.css'

/** The numbers of a span. A tone only repeats what the words say. */
export const OverviewFigures = ({ figures }: { figures: Dashboard }) => {
  const { cover, open, hours, cost, fairness } = figures
  return (
    <dl className={styles.figures}>
      <Figure label="Places filled" share={cover.percent} tone={open.heads > 0 ? 'warning' : 'good'}>
        {cover.percent === null ? 'None needed' : `${cover.percent} %`}
        <small>
          {numberText(cover.headsFilled)} of {numberText(cover.headsWanted)} in {countText(cover.shifts, 'shift')}
        </small>
      </Figure>
      <Figure label="Open" tone={open.heads > 0 ? 'warning' : 'good'}>
        {open.heads === 0 ? 'Nothing' : countText(open.heads, 'place')}
        <small>{open.shifts === 0 ? 'every shift is staffed' : `in ${countText(open.shifts, 'shift')}`}</small>
      </Figure>
      <Figure label="Hours planned">
        {numberText(Math.round(hours.minutes / 60))} h<small>for {countText(hours.people, 'person', 'people')}</small>
      </Figure>
      {cost && <CostFigure cost={cost} />}
      <Figure label="Fairness" share={fairness.percent}>
        {fairness.percent === null ? 'Nobody works' : `${fairness.percent} %`}
        <small>
          {hoursText(fairness.leastMinutes)} to {hoursText(fairness.mostMinutes)} h a person, on average{' '}
          {hoursText(fairness.averageMinutes)}
        </small>
      </Figure>
    </dl>
  )
}

const CostFigure = ({ cost }: { cost: NonNullable<Dashboard['cost']> }) => {
  const { currency, plannedMinor, budgetMinor } = cost
  const planned = moneyText(plannedMinor, currency)
  if (budgetMinor === null)
    return (
      <Figure label="Cost">
        {planned}
        <small>no budget is set for these days</small>
      </Figure>
    )
  const left = budgetMinor - plannedMinor
  return (
    <Figure
      label="Cost against budget"
      share={budgetMinor === 0 ? 100 : Math.min(100, Math.round((plannedMinor / budgetMinor) * 100))}
      tone={left < 0 ? 'warning' : 'good'}
    >
      {planned}
      <small>
        {moneyText(Math.abs(left), currency)} {left < 0 ? 'over' : 'left of'} {moneyText(budgetMinor, currency)}
      </small>
    </Figure>
  )
}

interface FigureProps {
  label: string
  tone?: 'good' | 'warning'
  /** Drawn as a bar, 0 to 100. */
  share?: number | null
  children: ReactNode
}

const Figure = ({ label, tone, share, children }: FigureProps) => (
  <div className={styles.figure} data-tone={tone}>
    <dt>{label}</dt>
    <dd>
      {children}
      {typeof share === 'number' && (
        <span className={styles.meter} aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </span>
      )}
    </dd>
  </div>
)
