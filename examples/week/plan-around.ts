// What people ask and prove before a roster is planned. A key acts for them here, as a manager may.
import { Temporal } from 'temporal-polyfill'
import { muster } from '../endpoints.ts'
import { beginOf, dayAfter, dayInWords, hoursInWords, type Stage } from './stage.ts'

const minutesPerDay = 480
const openingDays = 5
const holdsDays = 25

/**
 * Leave that is asked for, looked at and granted; a time every week that somebody would rather not work; a paper that runs out soon.
 * Answers the minutes of leave taken, how often the wish holds in the week, and the papers that expire. Errors: ApiError.
 */
export const planAround = async (stage: Stage): Promise<{ leaveMinutes: number; wishes: number; expiring: number }> => {
  const people = new Map<string, string>()
  for await (const { name, id } of stage.client.each(muster.people)) people.set(name, id)
  const idOf = (name: string): string => people.get(name) ?? ''
  return {
    leaveMinutes: await takeLeave(stage, 'Ines Duarte', idOf('Ines Duarte')),
    wishes: await wish(stage, 'Lea Hoffmann', idOf('Lea Hoffmann')),
    expiring: await prove(stage, 'Anna Becker', idOf('Anna Becker')),
  }
}

const takeLeave = async ({ client, say, today, zone }: Stage, name: string, employeeId: string): Promise<number> => {
  const day = dayAfter(today, 3)
  const { id: typeId } = await client.call(muster.addTimeOffType, {
    body: { code: 'holiday', name: 'Holiday', minutesPerDay, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  })
  const opening = { kind: 'opening', minutes: openingDays * minutesPerDay, effectiveOn: today } as const
  await client.call(muster.adjustBalance, { body: { employeeId, typeId, ...opening, note: 'Carried over' } })
  const asked = await client.call(muster.askForLeave, {
    body: {
      employeeId,
      typeId,
      start: beginOf(day, zone),
      end: beginOf(dayAfter(day), zone),
      reason: 'A wedding',
      state: 'pending',
    },
  })
  const review = await client.call(muster.reviewLeave, { id: asked.id })
  const left = hoursInWords(review.balanceMinutes ?? 0)
  say(`${name} asks for leave on ${dayInWords(day)}: ${left} would be left, ${review.away.length} others are away then`)
  const { state, minutes } = await client.call(muster.decideLeave, {
    id: asked.id,
    version: asked.version,
    body: { decision: 'approved' },
  })
  say(`The leave is ${state}, ${hoursInWords(minutes)}`)
  return minutes
}

/** From Monday to Friday rather not after five: one line, counted on the wall clock. */
const wish = async ({ client, say, days, today, zone }: Stage, name: string, employeeId: string): Promise<number> => {
  const [first = today] = days
  const last = days.at(-1) ?? today
  const at = (day: string, time: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()
  const times = { start: at(first, '17:00'), end: at(first, '21:00') }
  const body = { employeeId, kind: 'unpreferred', ...times, zone, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' } as const
  await client.call(muster.addAvailability, { body })
  const query = { employeeId, from: beginOf(first, zone), to: beginOf(dayAfter(last), zone), expand: 'true' } as const
  let count = 0
  for await (const line of client.each(muster.availability, { query })) count += line.occurrences?.length ?? 0
  say(`${name} would rather not work evenings from Monday to Friday: ${count} times in this week`)
  return count
}

const prove = async ({ client, say, today }: Stage, name: string, employeeId: string): Promise<number> => {
  const { id: skillId } = await client.call(muster.addSkill, { body: { code: 'first-aid', name: 'First aid' } })
  const expiresOn = dayAfter(today, holdsDays)
  const paper = { issuer: 'Red Cross', issuedOn: dayAfter(today, -700), validFrom: dayAfter(today, -700), expiresOn }
  await client.call(muster.addCertification, { body: { employeeId, skillId, ...paper } })
  let count = 0
  for await (const { employeeName, skillName, daysLeft } of client.each(muster.expiring, { query: { days: 30 } })) {
    count++
    say(`${skillName} of ${employeeName} ends in ${daysLeft} days: it is listed among what expires`)
  }
  if (count === 0) throw new Error(`The paper of ${name} is missing from what expires.`)
  return count
}
