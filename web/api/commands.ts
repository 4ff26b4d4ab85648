// What pages do: one function per write of the contract.
import { fetchData } from './request.ts'
import type {
  AssignmentChange,
  AssignmentChangeResult,
  ImportFile,
  ImportPreview,
  Organisation,
  OrganisationCreate,
  OrganisationUpdate,
  ProposalAccept,
  PublishRequest,
  Roster,
  RosterCreate,
  RosterEdit,
  RosterEditResult,
  Run,
  RunCreate,
} from './types.ts'

export const createOrganisation = (body: OrganisationCreate): Promise<Organisation> =>
  fetchData('/organisations', { method: 'POST', body, idempotent: true })

export const updateOrganisation = (version: number, body: OrganisationUpdate): Promise<Organisation> =>
  fetchData('/organisation', { method: 'PATCH', body, version })

export const activateOrganisation = (organisationId: string): Promise<{ organisationId: string }> =>
  fetchData('/organisation/activate', { method: 'POST', body: { organisationId } })

/** The code of the invitation's e-mail; the organisation becomes active. */
export const acceptInvitation = (token: string): Promise<{ organisationId: string }> =>
  fetchData('/invitations/accept', { method: 'POST', body: { token } })

export const createRoster = (body: RosterCreate): Promise<Roster> =>
  fetchData('/rosters', { method: 'POST', body, idempotent: true })

export const deleteRoster = (roster: Roster): Promise<void> =>
  fetchData(`/rosters/${roster.id}`, { method: 'DELETE', version: roster.version })

/** Judged by the rules: a hard breach that the change adds refuses it with 409. */
export const changeAssignments = (
  rosterId: string,
  version: number,
  body: AssignmentChange,
): Promise<AssignmentChangeResult> =>
  fetchData(`/rosters/${rosterId}/assignments`, { method: 'POST', body, version, idempotent: true })

/** Shifts and people in one step, judged as a whole. */
export const editRoster = (rosterId: string, version: number, body: RosterEdit): Promise<RosterEditResult> =>
  fetchData(`/rosters/${rosterId}/edits`, { method: 'POST', body, version, idempotent: true })

/** Now, or at an instant later on; null takes back an instant that was set. */
export const publishRoster = (roster: Roster, body: PublishRequest): Promise<Roster> =>
  fetchData(`/rosters/${roster.id}/publish`, { method: 'POST', body, version: roster.version })

export const unpublishRoster = (roster: Roster, reason: string): Promise<Roster> =>
  fetchData(`/rosters/${roster.id}/unpublish`, { method: 'POST', body: { reason }, version: roster.version })

export const startRun = (rosterId: string, body: RunCreate): Promise<Run> =>
  fetchData(`/rosters/${rosterId}/runs`, { method: 'POST', body, idempotent: true })

export const cancelRun = (runId: string): Promise<Run> =>
  fetchData(`/runs/${runId}/cancel`, { method: 'POST', body: {} })

export const acceptProposal = (runId: string, version: number, body: ProposalAccept): Promise<Roster> =>
  fetchData(`/runs/${runId}/accept`, { method: 'POST', body, version })

export const rejectProposal = (runId: string): Promise<Run> =>
  fetchData(`/runs/${runId}/reject`, { method: 'POST', body: {} })

/** Says what an import would do and lists every bad line; writes nothing. */
export const previewImport = (files: ImportFile[]): Promise<ImportPreview> =>
  fetchData('/imports/preview', { method: 'POST', body: { files } })

export const commitImport = (files: ImportFile[]): Promise<ImportPreview> =>
  fetchData('/imports', { method: 'POST', body: { files }, idempotent: true })
