// What a line of the audit log keeps of a record: the fields that changed, without what says something of a person.

export type Fields = Readonly<Record<string, unknown>>

/** Withheld wherever they stand: that they changed is kept, what they were is not. */
const personal: ReadonlySet<string> = new Set([
  'email',
  'privateEmail',
  'workPhone',
  'privatePhone',
  'pinHash',
  'pin',
  'externalIds',
  'note',
])
/** Of a person the name as well; a site's or a skill's name says nothing of anybody. */
const personalOfPeople: ReadonlySet<string> = new Set(['name', 'designation'])

const withheld = '[personal]'

/**
 * The fields in which two readings of a record differ, as they were and as they became; a missing reading (created, deleted)
 * counts as empty. `version` and times of change are no change. Answers nothing where nothing differs.
 */
export const changedFields = (
  entity: string,
  before: Fields | undefined,
  after: Fields | undefined,
): { before?: Record<string, unknown>; after?: Record<string, unknown> } => {
  const isPersonal = (field: string) => personal.has(field) || (entity === 'employee' && personalOfPeople.has(field))
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) =>
      field !== 'version' &&
      field !== 'updatedAt' &&
      JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after?.[field] ?? null),
  )
  if (fields.length === 0) return {}
  const kept = (record: Fields) =>
    Object.fromEntries(
      fields
        .filter((field) => record[field] !== undefined)
        .map((field) => [field, isPersonal(field) && record[field] !== null ? withheld : record[field]]),
    )
  return { ...(before !== undefined && { before: kept(before) }), ...(after !== undefined && { after: kept(after) }) }
}
