import type * as z from 'zod'
import { rulePresets } from '../../../solver/index.ts'
import type { presetSchema } from '../../contract/people.ts'

/** Rule values by country or city that a contract can start from, each with its source. */
export const listPresets = (): z.output<typeof presetSchema>[] =>
  rulePresets.map(({ settings, leavesOut, ...preset }) => ({
    ...preset,
    settings: settings.map(({ setting, ...origin }) => ({ setting: { ...setting }, ...origin })),
    leavesOut: [...leavesOut],
  }))
