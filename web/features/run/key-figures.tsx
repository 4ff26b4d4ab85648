import { ArrowRight } from 'lucide-react'
import type { KeyFigures as Figures } from '../../api/types.ts'
import { hoursText, numberText } from '../../ui/numbers.ts'
import styles from './key-figures.module.css'

interface Figure {
  label: string
  before: number
  after: number
  text(value: number): string
  /** Whether more is better; absent when neither is. */
  better?: 'more' | 'less'
  hint: string
  /** True where the former value says nothing, because nobody was assigned. */
  isFirst?: boolean
}

const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10)
const money = (minor: number): string => numberText(Math.round(minor / 100))
const percentText = (value: number): string => `${value} %`

const figuresOf = (before: Figures, after: Figures): Figure[] => [
  {
    label: 'Places filled',
    before: percent(before.headsFilled, before.headsNeeded),
    after: percent(after.headsFilled, after.headsNeeded),
    text: percentText,
    better: 'more',
    hint: `${numberText(after.headsFilled)} of ${numberText(after.headsNeeded)}`,
  },
  {
    label: 'Wishes kept',
    before: percent(before.requestsKept, before.requestsTotal),
    after: percent(after.requestsKept, after.requestsTotal),
    text: percentText,
    better: 'more',
    hint: `${numberText(after.requestsKept)} of ${numberText(after.requestsTotal)}`,
  },
  {
    label: 'Spread of hours',
    isFirst: before.assignments === 0,
    before: before.giniThousandths,
    after: after.giniThousandths,
    text: (value) => (value / 1000).toFixed(2),
    better: 'less',
    hint: `from ${hoursText(after.minutesMin)} h to ${hoursText(after.minutesMax)} h a person`,
  },
  {
    label: 'Paid hours',
    before: Math.round(before.paidMinutes / 60),
    after: Math.round(after.paidMinutes / 60),
    text: numberText,
    hint: `${numberText(after.assignments)} assignments`,
  },
  ...(after.costMinor !== undefined
    ? [
        {
          label: 'Cost',
          before: before.costMinor ?? 0,
          after: after.costMinor,
          text: money,
          hint: 'wages of the period',
        },
      ]
    : []),
]

const toneOf = ({ before, after, better, isFirst }: Figure): 'good' | 'bad' | undefined => {
  if (!better || isFirst || before === after) return undefined
  return after > before === (better === 'more') ? 'good' : 'bad'
}

/** The roster as it stands against the roster proposed, in a few numbers. */
export const KeyFigures = ({ before, after }: { before: Figures; after: Figures }) => (
  <dl className={styles.figures}>
    {figuresOf(before, after).map((figure) => (
      <div key={figure.label} className={styles.figure}>
        <dt>{figure.label}</dt>
        <dd>
          {figure.before !== figure.after && !figure.isFirst && (
            <span className={styles.before}>
              <span className="visually-hidden">before </span>
              {figure.text(figure.before)} <ArrowRight size={12} aria-label="now" />
            </span>
          )}
          <span className={styles.after} data-tone={toneOf(figure)}>
            {figure.text(figure.after)}
          </span>
          <span className={styles.hint}>{figure.hint}</span>
        </dd>
      </div>
    ))}
  </dl>
)
