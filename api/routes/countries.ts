import * as z from 'zod'
import { countryQuery, countrySchema } from '../contract/structure.ts'
import { listCountries } from '../services/countries/list-countries.ts'
import { Resource } from './resource.ts'

export const countries = new Resource('Countries', '/countries').add(
  {
    method: 'get',
    path: '/',
    summary: 'List the countries of ISO 3166-1 with their names',
    audience: 'user',
    query: countryQuery,
    data: z.array(countrySchema),
  },
  async (_ctx, { query }) => listCountries(query.language),
)
