import { useQuery } from '@tanstack/react-query'
import { Network, Plus } from 'lucide-react'
import { useState } from 'react'
import { departmentsQuery, type StructureKind, type StructureRecord, structureQuery } from '../../api/people.ts'
import { Button } from '../../ui/button.tsx'
import rows from '../../ui/rows.module.css'
import { Segmented } from '../../ui/segmented.tsx'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { RecordActions } from '../forms/record-actions.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { PeopleFrame } from './people-frame.tsx'
import { StructureDialog } from './structure-dialog.tsx'
import { asTree, structureKinds } from './structure-kinds.ts'

const kinds = Object.keys(structureKinds) as StructureKind[]
const indentPx = 22

/** Departments, teams, roles, the skills library and channels: one plain list each. */
export const StructurePage = () => {
  const { can } = useMe()
  const [kind, setKind] = useState<StructureKind>('departments')
  const [edited, setEdited] = useState<StructureRecord | 'new' | null>(null)
  const { one, many } = structureKinds[kind]
  return (
    <PeopleFrame
      title="Structure and skills"
      actions={
        can('people:write') && (
          <Button look="primary" icon={<Plus size={15} />} onClick={() => setEdited('new')}>
            Add {one}
          </Button>
        )
      }
    >
      <div>
        <Segmented
          label="Which list"
          value={kind}
          onChange={(next) => setKind(next)}
          options={kinds.map((value) => ({ value, label: structureKinds[value].many }))}
        />
      </div>
      <StructureList key={kind} kind={kind} onEdit={setEdited} />
      {edited && (
        <StructureDialog
          kind={kind}
          record={edited === 'new' ? null : edited}
          title={edited === 'new' ? `Add ${one}` : `Change ${edited.name}`}
          done={`${many} saved`}
          onClose={() => setEdited(null)}
        />
      )}
    </PeopleFrame>
  )
}

const StructureList = ({ kind, onEdit }: { kind: StructureKind; onEdit(record: StructureRecord): void }) => {
  const { can } = useMe()
  const { one, many } = structureKinds[kind]
  const records = useQuery(structureQuery(kind))
  const departments = useQuery({ ...departmentsQuery, enabled: kind === 'teams' })
  if (records.error)
    return <ErrorState title={`${many} could not be loaded`} error={records.error} onRetry={records.refetch} />
  if (records.isPending) return <Skeleton rows={6} height={44} />
  if (records.data.length === 0)
    return (
      <EmptyState icon={<Network size={20} />} title={`No ${many.toLowerCase()} yet`}>
        Add a {one}, then choose it on a person's page.
      </EmptyState>
    )
  const noteOf = (record: StructureRecord): string =>
    [record.code, record.category, departments.data?.find(({ id }) => id === record.departmentId)?.name]
      .filter(Boolean)
      .join(' · ')
  return (
    <Card flush>
      <ul>
        {asTree(records.data).map(({ record, depth }) => (
          <li key={record.id} className={rows.item} style={{ paddingLeft: 18 + depth * indentPx }}>
            <div className={rows.row}>
              <div className={rows.text}>
                <span className={rows.name}>{record.name}</span>
                <span className={rows.meta}>{noteOf(record)}</span>
              </div>
              <div className={rows.actions}>
                {record.needsCertification && <Badge kind="info">needs a paper</Badge>}
                {can('people:write') && (
                  <RecordActions
                    kind={kind}
                    id={record.id}
                    name={record.name}
                    keys={[kind]}
                    onEdit={() => onEdit(record)}
                  />
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
