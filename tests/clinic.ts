// A small clinic over the real API: one site, three shift types, people with a skill, a week of demand over a clock change.
import { expect } from 'vitest'
import { type Client, newOwner } from './http/client.ts'

export interface Clinic {
  owner: Client
  siteId: string
  /** Early, late and night. */
  typeIds: [string, string, string]
  skillId: string
  employeeIds: string[]
  contractId: string
}

/** Monday; the week's Sunday (28 March) loses an hour in Berlin. */
const clinicWeek = { start: '2027-03-22', days: 7 }
export const clinicDays = Array.from({ length: 7 }, (_, index) => `2027-03-${22 + index}`)

/** Creates a record and answers its id. */
export const make = async (client: Client, path: string, body: unknown): Promise<string> => {
  const answer = await client.post<{ id: string }>(path, body)
  expect(answer.error).toBeUndefined()
  return answer.data.id
}

/** `people` employees, of whom all but the last two hold the skill that nights need. On the shared stack unless `url` names another. */
export const newClinic = async (people = 8, url?: string): Promise<Clinic> => {
  const owner = await newOwner('Clinic', url)
  const skillId = await make(owner, '/skills', { code: 'vet', name: 'Veterinary' })
  const contractId = await make(owner, '/contracts', { code: 'full', name: 'Full time' })
  const siteId = await make(owner, '/sites', { code: 'main', name: 'Main', zone: 'Europe/Berlin' })
  const type = (code: string, startTime: string, durationMinutes: number, allOf: unknown[] = []) =>
    make(owner, '/shift-types', {
      code,
      name: code,
      startTime,
      durationMinutes,
      breakMinutes: 30,
      tags: code === 'night' ? ['night'] : [],
      skills: { allOf, anyOf: [] },
    })
  const typeIds: Clinic['typeIds'] = [
    await type('early', '06:00', 480),
    await type('late', '14:00', 480),
    await type('night', '22:00', 600, [{ skillId, levelMin: 1 }]),
  ]
  const employeeIds: string[] = []
  for (let index = 0; index < people; index += 1) {
    employeeIds.push(
      await make(owner, '/employees', {
        number: String(index + 1),
        name: `Person ${String.fromCharCode(65 + index)}`,
        skills: index < people - 2 ? [{ skillId }] : [],
        contracts: [{ contractId, validFrom: '2027-01-01', rateMinor: 2000 }],
      }),
    )
  }
  for (const day of clinicDays) {
    for (const shiftTypeId of typeIds) await make(owner, '/demand', { siteId, shiftTypeId, day, headsMin: 1 })
  }
  return { owner, siteId, typeIds, skillId, employeeIds, contractId }
}

/** A draft of the clinic's week. */
export const newRoster = async (clinic: Clinic, name = 'Week'): Promise<{ id: string; version: number }> => {
  const answer = await clinic.owner.post<{ id: string; version: number }>('/rosters', { name, ...clinicWeek })
  expect(answer.status).toBe(201)
  return answer.data
}

export interface Run {
  id: string
  state: string
  attempt: number
  evaluations: number
  failure: string | null
}

/** Waits until a run has ended. */
export const runEnd = async (client: Client, runId: string, timeoutMs = 30_000): Promise<Run> => {
  const endMs = Date.now() + timeoutMs
  for (;;) {
    const { data } = await client.get<Run>(`/runs/${runId}`)
    if (!['queued', 'running'].includes(data.state)) return data
    if (Date.now() > endMs) throw new Error(`Run ${runId} is still ${data.state} after ${timeoutMs} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
