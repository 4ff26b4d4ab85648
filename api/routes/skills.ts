import * as z from 'zod'
import { filteredQuery } from '../contract/envelope.ts'
import { skillCreate, skillSchema, skillUpdate } from '../contract/people.ts'
import { createSkill } from '../services/skills/create-skill.ts'
import { deleteSkill } from '../services/skills/delete-skill.ts'
import { getSkill } from '../services/skills/get-skill.ts'
import { listSkills } from '../services/skills/list-skills.ts'
import { updateSkill } from '../services/skills/update-skill.ts'
import { addBulk } from './add-bulk.ts'
import { Resource } from './resource.ts'

export const skills = new Resource('Skills', '/skills')
  .add(
    { method: 'get', path: '/', summary: 'List skills', query: filteredQuery, data: z.array(skillSchema) },
    (ctx, { query }) => listSkills(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add a skill', body: skillCreate, data: skillSchema, status: 201 },
    (ctx, { body }) => createSkill(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a skill', data: skillSchema }, (ctx, { params }) =>
    getSkill(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a skill',
      versioned: true,
      body: skillUpdate,
      data: skillSchema,
    },
    (ctx, { params, body, version }) => updateSkill(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Delete a skill; refused while it is used', status: 204 },
    async (ctx, { params }) => {
      await deleteSkill(ctx, params.id)
      return undefined
    },
  )

addBulk(skills, {
  many: 'skills',
  createSchema: skillCreate,
  updateSchema: skillUpdate,
  write: 'people:write',
  create: createSkill,
  update: updateSkill,
  remove: deleteSkill,
})
