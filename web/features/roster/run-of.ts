import type { RunCreate } from '../../api/types.ts'

export type Scope = NonNullable<RunCreate['scope']>

/** The run that a filled-in form asks for. A repair keeps what it can anyway, so its form does not ask. */
export const runOf = (form: FormData, sites: readonly { id: string }[], scope: Scope): RunCreate => {
  const chosen = sites.filter((site) => form.get(`site:${site.id}`) === 'on').map((site) => site.id)
  const evaluations = Number(form.get('evaluations'))
  return {
    scope,
    seconds: Number(form.get('seconds')),
    seed: Number(form.get('seed')),
    fromDay: String(form.get('fromDay')),
    toDay: String(form.get('toDay')),
    siteIds: chosen.length === sites.length ? [] : chosen,
    keepAssignments: scope === 'plan' && form.get('keep') === 'on',
    ...(evaluations > 0 ? { evaluations } : {}),
  }
}
