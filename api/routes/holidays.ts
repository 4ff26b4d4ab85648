import * as z from 'zod'
import { holidayCreate, holidayLoad, holidayLoaded, holidayQuery, holidaySchema } from '../contract/places.ts'
import { createHoliday } from '../services/holidays/create-holiday.ts'
import { deleteHoliday } from '../services/holidays/delete-holiday.ts'
import { listHolidays } from '../services/holidays/list-holidays.ts'
import { loadHolidays } from '../services/holidays/load-holidays.ts'
import { Resource } from './resource.ts'

export const holidays = new Resource('Holidays', '/holidays')
  .add(
    { method: 'get', path: '/', summary: 'List holidays', query: holidayQuery, data: z.array(holidaySchema) },
    (ctx, { query }) => listHolidays(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add a holiday', body: holidayCreate, data: holidaySchema, status: 201 },
    (ctx, { body }) => createHoliday(ctx, body),
  )
  .add(
    {
      method: 'post',
      path: '/load',
      summary: "Take over a year's public holidays of a country or region",
      body: holidayLoad,
      data: holidayLoaded,
    },
    (ctx, { body }) => loadHolidays(ctx, body),
  )
  .add({ method: 'delete', path: '/:id', summary: 'Remove a holiday', status: 204 }, async (ctx, { params }) => {
    await deleteHoliday(ctx, params.id)
    return undefined
  })
