import { Link } from '@tanstack/react-router'
import { Archive, ArchiveRestore } from 'lucide-react'
import { stepEmployee } from '../../api/people.ts'
import type { Employee } from '../../api/types.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Badge } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
import { useSave } from '../forms/use-save.ts'
import { useMe } from '../session/use-me.ts'

/** What can be done with a person as a whole. Archiving is refused by the API while shifts lie ahead, and undone at once. */
export const PersonActions = ({ person }: { person: Employee }) => {
  const { can } = useMe()
  const isArchived = person.state === 'archived'
  const { save, isSaving } = useSave({
    keys: ['employees', 'grid'],
    done: isArchived ? `${person.name} is active again` : `${person.name} is archived`,
  })
  const step = () =>
    save(() =>
      stepEmployee(person, isArchived ? 'restore' : 'archive').catch((error: Error) => {
        showToast({ kind: 'error', title: isArchived ? 'Not restored' : 'Not archived', text: error.message })
        throw error
      }),
    )
  return (
    <>
      {isArchived && <Badge kind="neutral">Archived</Badge>}
      <Link
        to="/availability"
        search={can('people:read') ? { person: person.id } : {}}
        className={buttonClass({ look: 'secondary' })}
      >
        Availability
      </Link>
      {can('people:write') && (
        <Button
          icon={isArchived ? <ArchiveRestore size={15} /> : <Archive size={15} />}
          look={isArchived ? 'primary' : 'secondary'}
          busy={isSaving}
          onClick={step}
        >
          {isArchived ? 'Restore' : 'Archive'}
        </Button>
      )}
    </>
  )
}
