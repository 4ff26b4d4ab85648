import * as z from 'zod'
import { employeeCreate, employeeQuery, employeeSchema, employeeUpdate } from '../contract/workforce.ts'
import { createEmployee } from '../services/employees/create-employee.ts'
import { deleteEmployee } from '../services/employees/delete-employee.ts'
import { getEmployee } from '../services/employees/get-employee.ts'
import { listEmployees } from '../services/employees/list-employees.ts'
import { updateEmployee } from '../services/employees/update-employee.ts'
import { Resource } from './resource.ts'

export const employees = new Resource('Employees', '/employees')
  .add(
    { method: 'get', path: '/', summary: 'List employees', query: employeeQuery, data: z.array(employeeSchema) },
    (ctx, { query }) => listEmployees(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add an employee', body: employeeCreate, data: employeeSchema, status: 201 },
    (ctx, { body }) => createEmployee(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get an employee', data: employeeSchema }, (ctx, { params }) =>
    getEmployee(ctx, params.id),
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
