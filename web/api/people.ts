// People, what they hold, and how the organisation is built: what pages read, and steps that are no plain change.
import { queryOptions } from '@tanstack/react-query'
import type { Versioned } from './records.ts'
import { fetchAll, fetchData } from './request.ts'
import type {
  Certification,
  CertificationPaper,
  Contract,
  Country,
  Department,
  Employee,
  ExpiringCertification,
  Named,
  Skill,
  Team,
} from './types.ts'

const minuteMs = 60_000

export const employeeQuery = (id: string) =>
  queryOptions({ queryKey: ['employees', id], queryFn: () => fetchData<Employee>(`/employees/${id}`) })
export const stepEmployee = ({ id, version }: Versioned, step: 'archive' | 'restore'): Promise<Employee> =>
  fetchData(`/employees/${id}/${step}`, { method: 'POST', version })

const listQuery = <T>(kind: string) =>
  queryOptions({ queryKey: [kind], queryFn: () => fetchAll<T>(`/${kind}`), staleTime: minuteMs })
/** The plain lists an organisation is built of, by their place below /api/v1. */
export type StructureKind = 'departments' | 'teams' | 'job-roles' | 'skills' | 'channels'
/** An entry of any of them, with what only some have. */
export type StructureRecord = Named &
  Partial<Pick<Department, 'parentId'> & Pick<Team, 'departmentId'> & Pick<Skill, 'category' | 'needsCertification'>>
export const structureQuery = (kind: StructureKind) => listQuery<StructureRecord>(kind)
export const departmentsQuery = listQuery<Department>('departments')
export const teamsQuery = listQuery<Team>('teams')
export const jobRolesQuery = listQuery<Named>('job-roles')
export const channelsQuery = listQuery<Named>('channels')
export const contractsQuery = listQuery<Contract>('contracts')
export const countriesQuery = queryOptions({
  queryKey: ['countries'],
  queryFn: () => fetchData<Country[]>('/countries'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const certificationsQuery = (employeeId: string) =>
  queryOptions({
    queryKey: ['certifications', 'of', employeeId],
    queryFn: () => fetchAll<Certification>('/certifications', { employeeId }),
  })
export const expiringQuery = (days: number) =>
  queryOptions({
    queryKey: ['certifications', 'expiring', days],
    queryFn: () => fetchAll<ExpiringCertification>('/certifications/expiring', { days }),
  })
export const renewCertification = ({ id, version }: Versioned, body: CertificationPaper): Promise<Certification> =>
  fetchData(`/certifications/${id}/renew`, { method: 'POST', body, version, idempotent: true })
export const revokeCertification = ({ id, version }: Versioned, note: string): Promise<Certification> =>
  fetchData(`/certifications/${id}/revoke`, { method: 'POST', body: { note }, version })
