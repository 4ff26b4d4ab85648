import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Search, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { employeesQuery, skillsQuery } from '../../api/queries.ts'
import type { Employee } from '../../api/types.ts'
import { buttonClass } from '../../ui/button.tsx'
import { shortDay, today } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Card, Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './people-page.module.css'

/** Everyone who can be rostered, with skills and contract. */
export const PeoplePage = () => {
  useDocumentTitle('People')
  const people = useQuery(employeesQuery)
  const [search, setSearch] = useState('')
  const shown = useMemo(() => filterPeople(people.data ?? [], search), [people.data, search])

  return (
    <Page title="People" subtitle={people.data ? countText(people.data.length, 'person', 'people') : undefined}>
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
          {shown.length === 0 ? (
            <EmptyState compact icon={<Search size={20} />} title="Nobody fits the search" />
          ) : (
            <PeopleTable people={shown} />
          )}
        </>
      )}
    </Page>
  )
}

const filterPeople = (people: readonly Employee[], search: string): readonly Employee[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return people
  return people.filter((person) => {
    const codes = [...person.skills, ...person.contracts].map((one) => one.code).join(' ')
    const text = `${person.name} ${person.number} ${person.email ?? ''} ${codes}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

const PeopleTable = ({ people }: { people: readonly Employee[] }) => {
  const skills = useQuery(skillsQuery)
  const names = useMemo(() => new Map(skills.data?.map((skill) => [skill.id, skill.name])), [skills.data])
  const now = today()
  return (
    <Card flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>Name</th>
              <th>Number</th>
              <th>Contract</th>
              <th>Skills</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const contract =
                person.contracts.find((one) => one.validFrom <= now && (one.validUntil ?? now) >= now) ??
                person.contracts.at(-1)
              return (
                <tr key={person.id}>
                  <td>
                    <span className={styles.name}>{person.name}</span>
                    {person.email && <span className={styles.email}>{person.email}</span>}
                  </td>
                  <td className={styles.muted}>{person.number}</td>
                  <td>
                    {contract ? (
                      <>
                        {contract.code}
                        {contract.sharePercent !== 100 && (
                          <span className={styles.muted}> {contract.sharePercent} %</span>
                        )}
                      </>
                    ) : (
                      <span className={styles.muted}>none</span>
                    )}
                  </td>
                  <td>
                    <span className={styles.skills}>
                      {person.skills.map((skill) => (
                        <SkillBadge
                          key={`${skill.skillId}${skill.validFrom}`}
                          name={names.get(skill.skillId) ?? skill.code}
                          skill={skill}
                          now={now}
                        />
                      ))}
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const SkillBadge = ({ name, skill, now }: { name: string; skill: Employee['skills'][number]; now: string }) => {
  const until = skill.validUntil ?? null
  const level = skill.level > 1 ? ` ${skill.level}` : ''
  if (until === null) return <Badge kind="neutral">{`${name}${level}`}</Badge>
  return (
    <Badge
      kind={until < now ? 'danger' : 'warning'}
    >{`${name}${level} ${until < now ? 'ended' : 'until'} ${shortDay(until)} ${until.slice(0, 4)}`}</Badge>
  )
}
