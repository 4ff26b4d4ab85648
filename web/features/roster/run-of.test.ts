import { expect, test } from 'vitest'
import { runOf } from './run-of.ts'

const sites = [{ id: 'north' }, { id: 'south' }]
const form = (fields: Record<string, string>) => {
  const data = new FormData()
  const all = { seconds: '15', seed: '1', fromDay: '2027-03-01', toDay: '2027-03-07', evaluations: '', ...fields }
  for (const [name, value] of Object.entries(all)) data.set(name, value)
  return data
}

test('all sites are the whole roster, some are named', () => {
  const all = { 'site:north': 'on', 'site:south': 'on' }
  expect(runOf(form(all), sites, 'plan').siteIds).toEqual([])
  expect(runOf(form({ 'site:south': 'on' }), sites, 'plan').siteIds).toEqual(['south'])
})

test('only a plan is asked to keep what is there', () => {
  expect(runOf(form({ keep: 'on' }), sites, 'plan')).toMatchObject({ scope: 'plan', keepAssignments: true })
  expect(runOf(form({ keep: 'on' }), sites, 'repair')).toMatchObject({ scope: 'repair', keepAssignments: false })
})

test('an exact budget is sent only where one is given', () => {
  expect(runOf(form({}), sites, 'plan')).not.toHaveProperty('evaluations')
  expect(runOf(form({ evaluations: '5000' }), sites, 'plan').evaluations).toBe(5000)
})
