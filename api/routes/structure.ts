import { eq } from 'drizzle-orm'
import { departments as departmentTable, teams as teamTable } from '../../drizzle/schema/index.ts'
import { filteredQuery } from '../contract/envelope.ts'
import {
  departmentCreate,
  departmentQuery,
  departmentSchema,
  departmentUpdate,
  namedCreate,
  namedSchema,
  namedUpdate,
  teamCreate,
  teamQuery,
  teamSchema,
  teamUpdate,
} from '../contract/structure.ts'
import { channelKind } from '../services/structure/channels.ts'
import { departmentKind } from '../services/structure/departments.ts'
import { jobRoleKind } from '../services/structure/job-roles.ts'
import { teamKind } from '../services/structure/teams.ts'
import { recordResource } from './record-resource.ts'

export const departments = recordResource({
  tag: 'Departments',
  base: '/departments',
  one: 'a department',
  many: 'departments',
  kind: departmentKind,
  create: departmentCreate,
  update: departmentUpdate,
  schema: departmentSchema,
  query: departmentQuery,
  wanted: ({ parentId }) => (parentId === undefined ? undefined : eq(departmentTable.parentId, parentId)),
})

export const teams = recordResource({
  tag: 'Teams',
  base: '/teams',
  one: 'a team',
  many: 'teams',
  kind: teamKind,
  create: teamCreate,
  update: teamUpdate,
  schema: teamSchema,
  query: teamQuery,
  wanted: ({ departmentId }) => (departmentId === undefined ? undefined : eq(teamTable.departmentId, departmentId)),
})

const plain = { create: namedCreate, update: namedUpdate, schema: namedSchema, query: filteredQuery }

export const jobRoles = recordResource({
  tag: 'Job roles',
  base: '/job-roles',
  one: 'a job role',
  many: 'job roles',
  kind: jobRoleKind,
  ...plain,
})

export const channels = recordResource({
  tag: 'Channels',
  base: '/channels',
  one: 'a channel',
  many: 'channels',
  kind: channelKind,
  ...plain,
})
