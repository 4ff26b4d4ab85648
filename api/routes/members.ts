import * as z from 'zod'
import {
  invitationAccept,
  invitationAccepted,
  invitationCreate,
  invitationQuery,
  invitationSchema,
  memberSchema,
  memberUpdate,
} from '../contract/access.ts'
import { listQuery } from '../contract/envelope.ts'
import { acceptInvitation } from '../services/invitations/accept-invitation.ts'
import { createInvitation } from '../services/invitations/create-invitation.ts'
import { listInvitations } from '../services/invitations/list-invitations.ts'
import { withdrawInvitation } from '../services/invitations/withdraw-invitation.ts'
import { listMembers } from '../services/members/list-members.ts'
import { removeMember } from '../services/members/remove-member.ts'
import { updateMember } from '../services/members/update-member.ts'
import { Resource } from './resource.ts'

export const members = new Resource('Members', '/members')
  .add(
    { method: 'get', path: '/', summary: 'List members', query: listQuery, data: z.array(memberSchema) },
    (ctx, { query }) => listMembers(ctx, query),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a member’s role and what it reaches',
      versioned: true,
      body: memberUpdate,
      data: memberSchema,
    },
    (ctx, { params, body, version }) => updateMember(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Remove a member; refused for the last owner', status: 204 },
    async (ctx, { params }) => {
      await removeMember(ctx, params.id)
      return undefined
    },
  )

export const invitations = new Resource('Invitations', '/invitations')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List invitations',
      query: invitationQuery,
      data: z.array(invitationSchema),
    },
    (ctx, { query }) => listInvitations(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Invite by e-mail',
      body: invitationCreate,
      data: invitationSchema,
      status: 201,
    },
    (ctx, { body }) => createInvitation(ctx, body),
  )
  .add({ method: 'delete', path: '/:id', summary: 'Withdraw an invitation', status: 204 }, async (ctx, { params }) => {
    await withdrawInvitation(ctx, params.id)
    return undefined
  })
  .add(
    {
      method: 'post',
      path: '/accept',
      summary: 'Accept with the code of the e-mail; the organisation becomes active',
      audience: 'user',
      body: invitationAccept,
      data: invitationAccepted,
    },
    (ctx, { body }) => acceptInvitation(ctx, body),
  )
