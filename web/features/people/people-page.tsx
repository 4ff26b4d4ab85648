import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus, Search, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { employeesQuery } from '../../api/queries.ts'
import type { Employee } from '../../api/types.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { countText } from '../../ui/numbers.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { CreatePersonDialog } from './create-person-dialog.tsx'
import { PeopleFrame } from './people-frame.tsx'
import styles from './people-page.module.css'
import { PeopleTable } from './people-table.tsx'

type State = Employee['state']

/** Everyone who can be rostered, with skills and contract; who was put aside stays to be found. */
export const PeoplePage = () => {
  const { can } = useMe()
  const people = useQuery(employeesQuery)
  const [search, setSearch] = useState('')
  const [state, setState] = useState<State>('active')
  const [isAdding, setAdding] = useState(false)
  const ofState = useMemo(() => people.data?.filter((one) => one.state === state) ?? [], [people.data, state])
  const shown = useMemo(() => filterPeople(ofState, search), [ofState, search])

  return (
    <PeopleFrame
      title="People"
      subtitle={people.data ? countText(ofState.length, 'person', 'people') : undefined}
      actions={
        can('people:write') && (
          <Button look="primary" icon={<Plus size={15} />} onClick={() => setAdding(true)}>
            Add person
          </Button>
        )
      }
    >
      {people.isPending && <Skeleton rows={8} height={48} />}
      {people.error && (
        <ErrorState title="The people could not be loaded" error={people.error} onRetry={people.refetch} />
      )}
      {people.data?.length === 0 && (
        <Card>
          <EmptyState
            icon={<Users size={20} />}
            title="Nobody here yet"
            action={
              <Link to="/import" className={buttonClass({ look: 'primary' })}>
                Import people
              </Link>
            }
          >
            Bring your people as a CSV file: number, name, contract and skills.
          </EmptyState>
        </Card>
      )}
      {people.data && people.data.length > 0 && (
        <>
          <div className={styles.bar}>
            <div className={styles.search}>
              <Search size={15} className={styles.searchIcon} />
              <input
                type="search"
                className={styles.searchInput}
                aria-label="Search people"
                placeholder="Search by name, number, e-mail, skill or contract"
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            </div>
            <Segmented
              label="Which people"
              value={state}
              onChange={(next) => setState(next)}
              options={[
                { value: 'active', label: 'Active' },
                { value: 'archived', label: 'Archived' },
              ]}
            />
          </div>
          {shown.length === 0 ? (
            <EmptyState
              compact
              icon={<Search size={20} />}
              title={search === '' ? 'Nobody here' : 'Nobody fits the search'}
            />
          ) : (
            <PeopleTable people={shown} />
          )}
        </>
      )}
      {isAdding && <CreatePersonDialog onClose={() => setAdding(false)} />}
    </PeopleFrame>
  )
}

const filterPeople = (people: readonly Employee[], search: string): readonly Employee[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return people
  return people.filter((person) => {
    const held = [...person.skills, ...person.contracts].map(({ code, name }) => `${code} ${name}`).join(' ')
    const text = `${person.name} ${person.number} ${person.email ?? ''} ${held}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
