// Plain records: made, changed with the version that was seen, and deleted in one way.
import { fetchData } from './request.ts'
import type {
  AvailabilityCreate,
  BlackoutCreate,
  CertificationCreate,
  DepartmentCreate,
  EmployeeCreate,
  NamedCreate,
  SkillCreate,
  TeamCreate,
  TimeOffTypeCreate,
} from './types.ts'

/** What creation takes, by the records' place below /api/v1. */
interface Bodies {
  employees: EmployeeCreate
  certifications: CertificationCreate
  availability: AvailabilityCreate
  departments: DepartmentCreate
  teams: TeamCreate
  'job-roles': NamedCreate
  channels: NamedCreate
  skills: SkillCreate
  'time-off-types': TimeOffTypeCreate
  'blackout-dates': BlackoutCreate
}
export type RecordKind = keyof Bodies
export type RecordBody<K extends RecordKind> = Bodies[K]

/** A record as it was read: what is saved goes against this version. */
export interface Versioned {
  id: string
  version: number
}

export const createRecord = <K extends RecordKind>(kind: K, body: Bodies[K]): Promise<Versioned> =>
  fetchData(`/${kind}`, { method: 'POST', body, idempotent: true })
/** Fields that are absent stay as they are. */
export const updateRecord = <K extends RecordKind>(
  kind: K,
  { id, version }: Versioned,
  body: Partial<Bodies[K]>,
): Promise<Versioned> => fetchData(`/${kind}/${id}`, { method: 'PATCH', body, version })
export const deleteRecord = (kind: RecordKind, id: string): Promise<void> =>
  fetchData(`/${kind}/${id}`, { method: 'DELETE' })
