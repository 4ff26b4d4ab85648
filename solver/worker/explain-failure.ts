// Why a run failed, for planners: what can be done about it, no stack and no code.
import { ProblemInvalid } from '../index.ts'

/** One or two sentences. Details of unexpected errors are in the solver's log under the run's id. */
export const explainFailure = (error: unknown): string => {
  if (error instanceof ProblemInvalid) {
    const [first] = error.issues
    const more = error.issues.length > 1 ? ` and ${error.issues.length - 1} more` : ''
    return `The roster cannot be planned as it is: ${first?.reason ?? 'it is not complete'} (${first?.path ?? 'roster'})${more}. Correct it and start again.`
  }
  if (error instanceof RangeError && /memory|array (buffer|length)/i.test(error.message)) {
    return 'The roster is too large for the solver. Choose fewer days or fewer sites and start again.'
  }
  return 'Something unexpected happened in the solver. Start the run again; if it fails again, tell your administrator the time and the name of the roster.'
}
