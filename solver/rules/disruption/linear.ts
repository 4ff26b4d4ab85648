import { parseInstant } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import type { DisruptionParams } from './spec.ts'

/** A pair that was published costs where it is 0, any other one where it is 1; by the notice the shift leaves. */
export function linear(model: LinearModel, uses: RuleUses<DisruptionParams>): void {
  const { frame } = model
  const { published, employees, shifts } = frame.problem
  if (!published) return
  const at = parseInstant(published.at)!
  const told = new Set(published.assignments.map(({ employee, shift }) => JSON.stringify([employee, shift])))
  for (const [employee, held] of personUses(model, uses)) {
    const { size, notices = [] } = held.use.params
    for (const shift of model.shifts) {
      if (!holdsOn(held, frame.day[shift]!)) continue
      const notice = frame.start[shift]! - at
      const due = notices.filter(({ underMinutes }) => notice < underMinutes).map((entry) => entry.size)
      const wasTold = told.has(JSON.stringify([employees[employee]!.id, shifts[shift]!.id]))
      const changed = new Sum(wasTold ? 1 : 0).plus(model.works(employee, shift), wasTold ? -1 : 1)
      model.charge(held.use, [employee], [shift], changed.times(Math.max(size, ...due)))
    }
  }
}
