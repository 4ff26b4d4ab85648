// Why a change of assignments was refused, as errors people can act on.

import type { Breach } from '../../../solver/model/outcome.ts'
import type { Permissions } from '../../contract/permissions.ts'
import { Conflict, type DomainError, Invalid, NotFound } from '../../errors.ts'
import type { EditMisfit } from './edits/plan-edit.ts'
import type { Misfit } from './judge-change.ts'
import type { PlanningRows } from './planning-rows.ts'
import { toBreachesWire } from './wire.ts'

const nameOf = (rows: PlanningRows, employeeId: string): string =>
  rows.employees.find((employee) => employee.id === employeeId)?.name ?? employeeId

const shiftLabel = (rows: PlanningRows, shiftId: string): string => {
  const shift = rows.shifts.find((candidate) => candidate.id === shiftId)
  return shift === undefined ? shiftId : `${shift.name} on ${shift.day}`
}

/** The change does not fit the roster as it stands. */
export const misfitError = (misfit: Misfit | EditMisfit, rows: PlanningRows): DomainError => {
  switch (misfit.kind) {
    case 'unknown-shift':
      return new NotFound('shift', misfit.id)
    case 'unknown-employee': {
      const employee = rows.employees.find((candidate) => candidate.id === misfit.id)
      if (employee === undefined) return new NotFound('employee', misfit.id)
      const message = `"${employee.name}" is not employed in the roster's period or may not work at any of its sites. Change the person's dates or sites first.`
      return new Conflict('conflict', message, { employeeId: misfit.id })
    }
    case 'assigned-already': {
      const { shift, employee } = misfit.assignment
      const message = `"${nameOf(rows, employee)}" already works ${shiftLabel(rows, shift)}. Load the roster again.`
      return new Conflict('already_exists', message, { shiftId: shift, employeeId: employee })
    }
    case 'not-assigned': {
      const { shift, employee } = misfit.assignment
      const message = `"${nameOf(rows, employee)}" does not work ${shiftLabel(rows, shift)}. Load the roster again.`
      return new Conflict('conflict', message, { shiftId: shift, employeeId: employee })
    }
    case 'nothing-to-pin': {
      const { shift, employee } = misfit.assignment
      const message = 'Only an assignment can be pinned, and there is none to pin. Assign the person first.'
      return new Conflict('conflict', message, { shiftId: shift, employeeId: employee })
    }
    case 'shift-exists':
      return new Conflict('already_exists', `There is a shift "${misfit.id}" already. Leave its id out.`, {
        shiftId: misfit.id,
      })
    case 'shift-invalid':
      return new Invalid('validation_failed', `${misfit.reason}. Correct the shift "${misfit.id}".`, {
        shiftId: misfit.id,
      })
  }
}

/** The change would break hard rules; details carry the breaches. */
export const breachError = (stopping: readonly Breach[], rows: PlanningRows, permissions: Permissions): DomainError => {
  const [first] = stopping
  const who = first?.employees.map((id) => `"${nameOf(rows, id)}"`).join(', ') ?? ''
  const more = stopping.length > 1 ? ` and ${stopping.length - 1} more` : ''
  const message = `The change would break the rule "${first?.rule}"${who === '' ? '' : ` for ${who}`}${more}. Choose somebody else, or change the rule.`
  return new Conflict('conflict', message, { breaches: toBreachesWire(stopping, permissions) })
}

/** Rules that only warn would be gone against, and nobody said why; details carry the breaches. */
export const reasonError = (warnings: readonly Breach[], rows: PlanningRows, permissions: Permissions): DomainError => {
  const [first] = warnings
  const who = first?.employees.map((id) => `"${nameOf(rows, id)}"`).join(', ') ?? ''
  const more = warnings.length > 1 ? ` and ${warnings.length - 1} more` : ''
  const message = `The change goes against the rule "${first?.rule}" for ${who}${more}. Send a reason with it; it is kept with the roster.`
  return new Conflict('reason_required', message, { breaches: toBreachesWire(warnings, permissions) })
}
