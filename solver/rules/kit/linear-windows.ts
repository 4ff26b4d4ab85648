// Sums over calendar periods and rolling windows as rows.
import type { PersonUse, RuleUses } from './define-rule.ts'
import { lineOf } from './linear-lines.ts'
import type { LinearModel } from './linear-model.ts'
import { type Bit, Sum } from './linear-sum.ts'
import { personUses } from './uses.ts'
import { isSelected, type Selector } from './values.ts'
import { itemsIn, judgedWindows, type Window, type WindowParams } from './windows.ts'

interface MinutesWindow<P> {
  employee: number
  held: PersonUse<P>
  window: Window
  /** Shifts that count. */
  shifts: readonly number[]
  /** Paid minutes, the past ones included. */
  worked: Sum
}

/** Paid minutes in every judged window of every person. */
export function* windowMinutes<P extends WindowParams>(
  model: LinearModel,
  uses: RuleUses<P>,
  wantsComplete: boolean,
): Generator<MinutesWindow<P>> {
  const { frame } = model
  for (const [employee, held] of personUses(model, uses)) {
    const line = lineOf(model, employee)
    for (const window of judgedWindows(frame, held.use.params, employee, held, wantsComplete)) {
      const items = itemsIn(frame, line, window)
      const worked = new Sum()
      for (const item of items) worked.plus(model.works(employee, item), frame.paidMinutes[item]!)
      yield { employee, held, window, shifts: items.filter((item) => item < frame.shiftCount), worked }
    }
  }
}

/** Shifts of a type or tag, or days with one, in one window. */
export function countIn(
  model: LinearModel,
  employee: number,
  window: Window,
  limit: Selector & { counts: 'shifts' | 'days' },
): { count: Sum; shifts: number[] } {
  const { frame } = model
  const items = itemsIn(frame, lineOf(model, employee), window).filter((item) => isSelected(frame, item, limit))
  const bits = new Map<number, Bit[]>()
  for (const item of items) {
    const key = limit.counts === 'days' ? frame.day[item]! : item
    bits.set(key, [...(bits.get(key) ?? []), model.works(employee, item)])
  }
  const count = new Sum().plusAll([...bits.values()].map((own) => model.anyOf(own)))
  return { count, shifts: items.filter((item) => item < frame.shiftCount) }
}
