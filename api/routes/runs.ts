// Runs of the solver and what they propose.
import * as z from 'zod'
import { acceptResult } from '../contract/roster-edits.ts'
import { proposalAccept, proposalSchema, runCreate, runProgress, runSchema } from '../contract/rostering.ts'
import { acceptProposal } from '../services/runs/accept-proposal.ts'
import { cancelRun } from '../services/runs/cancel-run.ts'
import { getProgress } from '../services/runs/get-progress.ts'
import { getProposal } from '../services/runs/get-proposal.ts'
import { getRun } from '../services/runs/get-run.ts'
import { listRuns } from '../services/runs/list-runs.ts'
import { rejectProposal } from '../services/runs/reject-proposal.ts'
import { startRun } from '../services/runs/start-run.ts'
import { Resource } from './resource.ts'

export const runs = new Resource('Runs', '')
  .add(
    {
      method: 'post',
      path: '/rosters/:id/runs',
      summary: 'Start a run: freezes the roster as it is and lets the solver plan it, or mend it with few changes',
      status: 202,
      limit: 'generation',
      body: runCreate,
      data: runSchema,
    },
    (ctx, { params, body }) => startRun(ctx, params.id, body),
  )
  .add(
    { method: 'get', path: '/rosters/:id/runs', summary: 'Runs of a roster, newest first', data: z.array(runSchema) },
    (ctx, { params }) => listRuns(ctx, params.id),
  )
  .add({ method: 'get', path: '/runs/:id', summary: 'One run', data: runSchema }, (ctx, { params }) =>
    getRun(ctx, params.id),
  )
  .add(
    {
      method: 'get',
      path: '/runs/:id/progress',
      summary: 'The run and the points of its curve after a sequence number',
      query: z.strictObject({ after: z.coerce.number().int().min(-1).default(-1) }),
      data: runProgress,
    },
    (ctx, { params, query }) => getProgress(ctx, params.id, query.after),
  )
  .add(
    {
      method: 'post',
      path: '/runs/:id/cancel',
      summary: 'Stop a run and keep its best roster so far',
      data: runSchema,
    },
    (ctx, { params }) => cancelRun(ctx, params.id),
  )
  .add(
    {
      method: 'get',
      path: '/runs/:id/proposal',
      summary: 'What a run proposes against the roster as it stands now',
      data: proposalSchema,
    },
    (ctx, { params }) => getProposal(ctx, params.id),
  )
  .add(
    {
      method: 'post',
      path: '/runs/:id/accept',
      summary: 'Take a proposal over, all of it or some changes',
      versioned: true,
      body: proposalAccept,
      data: acceptResult,
    },
    (ctx, { params, body, version }) => acceptProposal(ctx, params.id, version, body),
  )
  .add(
    { method: 'post', path: '/runs/:id/reject', summary: 'Put a proposal aside', data: runSchema },
    (ctx, { params }) => rejectProposal(ctx, params.id),
  )
