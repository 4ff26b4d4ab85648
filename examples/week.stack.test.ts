import { expect, inject, test } from 'vitest'
import { Client } from './client.ts'
import { muster } from './endpoints.ts'
import { playWeek } from './week/play-week.ts'

test('a whole week is played with a key alone; every shift, claim and trade is judged by the rules', async () => {
  const account: string[] = []
  const summary = await playWeek(inject('stack').url, 2, (line) => account.push(line))
  const told = account.join('\n')
  expect(summary, told).toMatchObject({ people: 14, shifts: 35, hard: 0, swaps: 1 })
  expect(summary, told).toMatchObject({ leaveMinutes: 480, wishes: 5, expiring: 1, confirmed: 3, kiosk: 'working' })
  expect(summary.unconfirmed).toBeGreaterThan(0)
  expect(summary.assigned).toBeGreaterThan(40)
  expect(summary.openAfterSickness).toBeGreaterThan(0)
  // Each shift that was opened has somebody again, or is told to be open.
  expect(summary.open, told).toBeGreaterThanOrEqual(summary.openAfterSickness - summary.stoodIn)
  // Of all who asked for a shift, some were stopped by a rule or by somebody faster.
  expect(summary.refused, told).toBeGreaterThan(0)
  expect(summary.payrollLines).toBe(summary.timesheets)
  expect(summary.timesheets).toBeGreaterThan(1)
  // No entry is longer than its shift of eight hours with the half hour that was corrected, and none is empty.
  expect(summary.workedMinutes).toBeGreaterThan(summary.entries * 400)
  expect(summary.workedMinutes).toBeLessThan(summary.entries * 480)
  expect(summary.payrollMinor).toBeGreaterThan((summary.workedMinutes / 60) * 1500)
  expect(told).toMatch(/is told: The change would break the rule|was faster and has the shift/)
  expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test('a refused step names the request, the code and the sentence of the API', async () => {
  const client = new Client(inject('stack').url, `mk_${'x'.repeat(43)}`)
  await expect(client.call(muster.addSkill, { body: { code: 'x', name: 'X' } })).rejects.toMatchObject({
    asked: 'POST /skills',
    status: 401,
    code: 'unauthenticated',
  })
})
