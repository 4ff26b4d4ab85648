// The engine's third door, for what needs integer programs: demand to shifts, and why a problem cannot be kept. Apart from
// index.ts so that a page that only judges rosters does not carry a solver of linear programs.

export type { BreakWindow, Demand, DemandOutcome, ShiftCandidate, WantedSpan } from './demand/demand-model.ts'
export { openShifts } from './demand/open-shifts.ts'
export { type ShiftDemand, type ShiftPlan, type ShiftTemplate, shiftsForDemand } from './demand/shifts-for-demand.ts'
export { type ExplainOptions, explainInfeasible } from './explain/explain-infeasible.ts'
