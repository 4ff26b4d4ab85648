import { expect, test } from 'vitest'
import { rulePresets } from '../../../solver/index.ts'
import { Invalid } from '../../errors.ts'
import { rulesFromPreset } from './rules-from-preset.ts'

const germany = rulePresets.find(({ id }) => id === 'germany')?.settings.map(({ setting }) => setting) ?? []

test('a preset without changes gives its own settings', () => {
  expect(germany.length).toBeGreaterThan(0)
  expect(rulesFromPreset('germany', [])).toEqual(germany)
})

test('a rule that is changed replaces every setting of the preset about that rule, and no other', () => {
  const change = { rule: 'max-minutes', params: { period: 'day', minutes: 480 } }
  const rules = rulesFromPreset('germany', [change])
  expect(rules.filter(({ rule }) => rule === 'max-minutes')).toEqual([change])
  expect(rules.filter(({ rule }) => rule !== 'max-minutes')).toEqual(
    germany.filter(({ rule }) => rule !== 'max-minutes'),
  )
})

test('without a preset the changes are the rules, and an unknown one is refused', () => {
  const rules = [{ rule: 'min-rest', params: { minutes: 600 } }]
  expect(rulesFromPreset(null, rules)).toEqual(rules)
  expect(() => rulesFromPreset('atlantis', [])).toThrow(Invalid)
})
