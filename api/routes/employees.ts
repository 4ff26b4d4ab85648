import * as z from 'zod'
import { employeeCreate, employeeLogin, employeeQuery, employeeSchema, employeeUpdate } from '../contract/people.ts'
import { personalDataErase, personalDataSchema } from '../contract/personal-data.ts'
import { archiveEmployee } from '../services/employees/archive-employee.ts'
import { createEmployee } from '../services/employees/create-employee.ts'
import { deleteEmployee } from '../services/employees/delete-employee.ts'
import { getEmployee } from '../services/employees/get-employee.ts'
import { linkLogin } from '../services/employees/link-login.ts'
import { listEmployees } from '../services/employees/list-employees.ts'
import { restoreEmployee } from '../services/employees/restore-employee.ts'
import { updateEmployee } from '../services/employees/update-employee.ts'
import { erasePerson } from '../services/personal-data/erase-person.ts'
import { exportPerson } from '../services/personal-data/export-person.ts'
import { addBulk } from './add-bulk.ts'
import { Resource } from './resource.ts'

export const employees = new Resource('Employees', '/employees')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List employees',
      keep: 'employees',
      query: employeeQuery,
      data: z.array(employeeSchema),
    },
    (ctx, { query }) => listEmployees(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add an employee', body: employeeCreate, data: employeeSchema, status: 201 },
    (ctx, { body }) => createEmployee(ctx, body),
  )
  .add(
    { method: 'get', path: '/:id', summary: 'Get an employee', keep: 'employees', data: employeeSchema },
    (ctx, { params }) => getEmployee(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change an employee',
      versioned: true,
      body: employeeUpdate,
      data: employeeSchema,
    },
    (ctx, { params, body, version }) => updateEmployee(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Delete an employee; refused while shifts lie ahead', status: 204 },
    async (ctx, { params }) => {
      await deleteEmployee(ctx, params.id)
      return undefined
    },
  )
  .add(
    {
      method: 'post',
      path: '/:id/archive',
      summary: 'Put an employee aside; refused while shifts lie ahead',
      versioned: true,
      data: employeeSchema,
    },
    (ctx, { params, version }) => archiveEmployee(ctx, { id: params.id, version }),
  )
  .add(
    {
      method: 'post',
      path: '/:id/restore',
      summary: 'Bring back an employee who was archived or deleted',
      versioned: true,
      data: employeeSchema,
    },
    (ctx, { params, version }) => restoreEmployee(ctx, { id: params.id, version }),
  )
  .add(
    {
      method: 'put',
      path: '/:id/login',
      summary: "Link an employee to a member's login, or part them",
      versioned: true,
      body: employeeLogin,
      data: employeeSchema,
    },
    (ctx, { params, body, version }) => linkLogin(ctx, { id: params.id, version, userId: body.userId }),
  )
  .add(
    {
      method: 'get',
      path: '/:id/personal-data',
      summary: 'A copy of everything held about a person',
      data: personalDataSchema,
    },
    (ctx, { params }) => exportPerson(ctx, params.id),
  )
  .add(
    {
      method: 'post',
      path: '/:id/erase',
      summary: 'Erase what is known of a person; cannot be undone',
      versioned: true,
      body: personalDataErase,
      status: 204,
    },
    async (ctx, { params, body, version }) => {
      await erasePerson(ctx, { id: params.id, version, number: body.number })
      return undefined
    },
  )

addBulk(employees, {
  many: 'employees',
  createSchema: employeeCreate,
  updateSchema: employeeUpdate,
  write: 'people:write',
  create: createEmployee,
  update: updateEmployee,
  remove: deleteEmployee,
})
