import { expect, test } from 'vitest'
import { permissionsByRole } from '../../contract/permissions.ts'
import { Forbidden } from '../../errors.ts'
import { keepAmounts, withRulesShownTo } from './rule-amounts.ts'

const pays = new Set(permissionsByRole.owner)
const plans = new Set(permissionsByRole.viewer)
const rules = [
  { rule: 'labour-cost', params: { nightMinorPerHour: 500, sundayPercent: 150 } },
  { rule: 'min-rest', params: { minutes: 660 } },
]
const shown = [{ rule: 'labour-cost', params: { sundayPercent: 150 } }, rules[1]]

test('rules are shown without their amounts to who may not read costs, and whole to who may', () => {
  expect(withRulesShownTo(plans, { name: 'X', rules })).toEqual({ name: 'X', rules: shown })
  expect(withRulesShownTo(pays, { rules })).toEqual({ rules })
})

test('rules that come back without amounts keep those that are stored', () => {
  const changed = [{ rule: 'labour-cost', params: { sundayPercent: 200 } }, { rule: 'min-rest' }]
  expect(keepAmounts(plans, changed, rules)).toEqual([
    { rule: 'labour-cost', params: { sundayPercent: 200, nightMinorPerHour: 500 } },
    { rule: 'min-rest' },
  ])
  expect(keepAmounts(pays, changed, rules)).toEqual(changed)
})

test('an amount cannot be named by who may not read it', () => {
  expect(() => keepAmounts(plans, rules, [])).toThrow(Forbidden)
  expect(keepAmounts(plans, [], rules)).toEqual([])
})
