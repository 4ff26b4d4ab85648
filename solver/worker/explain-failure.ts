// Why a run failed, for planners: what can be done about it, no stack and no code.
import type { ProblemIssue } from '../model/outcome.ts'

/** What the engine throws for an invalid problem, by shape: this file needs nothing of the engine. */
const issuesOf = (error: unknown): readonly ProblemIssue[] | null =>
  error instanceof Error && error.name === 'ProblemInvalid' && 'issues' in error && Array.isArray(error.issues)
    ? error.issues
    : null

/** One or two sentences. Details of unexpected errors are in the solver's log under the run's id. */
export const explainFailure = (error: unknown): string => {
  const issues = issuesOf(error)
  if (issues !== null) {
    const [first] = issues
    const more = issues.length > 1 ? ` and ${issues.length - 1} more` : ''
    return `The roster cannot be planned as it is: ${first?.reason ?? 'it is not complete'} (${first?.path ?? 'roster'})${more}. Correct it and start again.`
  }
  if (error instanceof RangeError && /memory|array (buffer|length)/i.test(error.message)) {
    return 'The roster is too large for the solver. Choose fewer days or fewer sites and start again.'
  }
  return 'Something unexpected happened in the solver. Start the run again; if it fails again, tell your administrator the time and the name of the roster.'
}
