// The lists an organisation is built of, as their page shows them: what each is called.
import type { StructureKind, StructureRecord } from '../../api/people.ts'

export const structureKinds: Readonly<Record<StructureKind, { many: string; one: string }>> = {
  departments: { many: 'Departments', one: 'department' },
  teams: { many: 'Teams', one: 'team' },
  'job-roles': { many: 'Roles', one: 'role' },
  skills: { many: 'Skills', one: 'skill' },
  channels: { many: 'Channels', one: 'channel' },
}

/** Departments below the one they belong to, each with its depth; others keep their order. */
export const asTree = (records: readonly StructureRecord[]): { record: StructureRecord; depth: number }[] => {
  const known = new Set(records.map(({ id }) => id))
  const below = (parentId: string | null, depth: number): { record: StructureRecord; depth: number }[] =>
    records
      .filter((one) => (one.parentId && known.has(one.parentId) ? one.parentId : null) === parentId)
      .flatMap((record) => [{ record, depth }, ...below(record.id, depth + 1)])
  return below(null, 0)
}
