import type { Context } from '../context.ts'

/** What the pages of everybody show; the rest is about people and told to those who see them. */
const shownToAll: ReadonlySet<string> = new Set([
  'roster',
  'shift',
  'site',
  'shift type',
  'open shift',
  'claim',
  'swap',
  'organisation',
])
/** Told in messages of their own, with more than the word. */
const toldElsewhere: ReadonlySet<string> = new Set(['run'])

/** Tells open tabs, after the answer, which kinds of records a request wrote. Best effort: whoever misses it polls. */
export const tellChanges = ({
  changed,
  live,
  orgId,
  waitUntil,
}: Pick<Context, 'changed' | 'live' | 'orgId' | 'waitUntil'>): void => {
  const entities = [...changed].filter((entity) => !toldElsewhere.has(entity))
  const forAll = entities.filter((entity) => shownToAll.has(entity))
  const forSome = entities.filter((entity) => !shownToAll.has(entity))
  if (forAll.length > 0) waitUntil(live.publish(orgId, { type: 'changed', entities: forAll }))
  if (forSome.length > 0) waitUntil(live.publish(orgId, { type: 'changed', entities: forSome, needs: 'people:read' }))
}
