// A contract may start from the rule values of a country. Pure.
import { rulePresets } from '../../../solver/index.ts'
import type { RuleSetting } from '../../../solver/model/problem.ts'
import { Invalid } from '../../errors.ts'

/**
 * The preset's settings, and in place of each rule that `changes` name what they say of it ("off" switches it off); the changes
 * alone where `presetId` is null. Throws `Invalid` for a preset that does not exist.
 */
export const rulesFromPreset = (presetId: string | null, changes: readonly RuleSetting[]): RuleSetting[] => {
  if (presetId === null) return [...changes]
  const preset = rulePresets.find(({ id }) => id === presetId)
  if (preset === undefined) {
    throw new Invalid('validation_failed', `There is no preset "${presetId}". Choose one from /presets.`, {
      fields: [{ in: 'body', field: 'presetId', message: 'Unknown preset' }],
    })
  }
  const changed = new Set(changes.map(({ rule }) => rule))
  const kept = preset.settings.map(({ setting }) => setting).filter(({ rule }) => !changed.has(rule))
  return [...kept, ...changes]
}
