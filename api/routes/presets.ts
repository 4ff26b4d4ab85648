import * as z from 'zod'
import { presetSchema } from '../contract/people.ts'
import { listPresets } from '../services/presets/list-presets.ts'
import { Resource } from './resource.ts'

export const presets = new Resource('Presets', '/presets').add(
  {
    method: 'get',
    path: '/',
    summary: 'List the rule values by country that a contract can start from',
    audience: 'user',
    data: z.array(presetSchema),
  },
  async () => listPresets(),
)
