import { muster } from '../endpoints.ts'
import {
  contract,
  marketDay,
  people,
  type ShiftCode,
  type SiteCode,
  type SkillCode,
  shiftTypes,
  sites,
  skills,
  wanted,
} from './bakery.ts'
import { dayAfter, dayInWords, type Stage } from './stage.ts'

const workdays = [1, 2, 3, 4, 5]
const weekend = [6, 7]
/** Everybody has been there for four weeks when the roster begins. */
const hiredDaysBefore = 28

/** Sites, skills, shift types, a contract and the people; answers how many were hired. Errors: ApiError. */
export const hire = async (stage: Stage): Promise<{ people: number }> => {
  const { client, say } = stage
  const skillIds = await addSkills(stage)
  const { id: contractId, rules } = await client.call(muster.addContract, { body: contract })
  say(`Contract "${contract.name}" from the preset for Germany: ${rules.length} rules`)
  const from = dayAfter(stage.days[0] ?? stage.today, -hiredDaysBefore)
  const items = people.map(({ skills: held, sharePercent, rateMinor, ...person }) => ({
    op: 'create' as const,
    data: {
      ...person,
      hiredOn: from,
      skills: held.map((code) => ({ skillId: skillIds[code], level: 3 })),
      contracts: [{ contractId, validFrom: from, sharePercent, rateMinor }],
    },
  }))
  const { done } = await client.call(muster.changePeople, { body: { atomic: true, items } })
  say(`Hired ${done} people: ${people.map(({ name }) => name).join(', ')}`)
  await addDemand(stage, skillIds)
  return { people: done }
}

const addSkills = async ({ client, say }: Stage): Promise<Record<SkillCode, string>> => {
  const ids: Partial<Record<SkillCode, string>> = {}
  for (const skill of skills) ids[skill.code] = (await client.call(muster.addSkill, { body: skill })).id
  say(`Skills: ${skills.map(({ name }) => name).join(', ')}`)
  return ids as Record<SkillCode, string>
}

/** Where, when, and how many: shift types wanted on the days of the week, and one day that is busier. */
const addDemand = async ({ client, say, today }: Stage, skillIds: Record<SkillCode, string>): Promise<void> => {
  const siteIds = new Map<SiteCode, string>()
  for (const site of sites) siteIds.set(site.code, (await client.call(muster.addSite, { body: site })).id)
  say(`Shops: ${sites.map(({ name }) => name).join(', ')}`)
  const typeIds = new Map<ShiftCode, string>()
  for (const { skill, ...type } of shiftTypes) {
    const body = { ...type, breakMinutes: 30, skills: { allOf: [{ skillId: skillIds[skill] }] } }
    typeIds.set(type.code, (await client.call(muster.addShiftType, { body })).id)
  }
  say(`Shift types: ${shiftTypes.map(({ name, startTime }) => `${name} from ${startTime}`).join(', ')}`)
  const place = (line: { site: SiteCode; shift: ShiftCode }) => ({
    siteId: siteIds.get(line.site) ?? '',
    shiftTypeId: typeIds.get(line.shift) ?? '',
  })
  for (const line of wanted)
    for (const [weekdays, headsMin] of [
      [workdays, line.weekday],
      [weekend, line.weekend],
    ] as const) {
      const validFrom = dayAfter(today, -hiredDaysBefore)
      await client.call(muster.addPattern, {
        body: { ...place(line), weekdays: [...weekdays], validFrom, headsMin, headsMax: headsMin },
      })
    }
  const day = dayAfter(today, 2)
  await client.call(muster.addDemand, {
    body: { ...place(marketDay), day, headsMin: marketDay.heads, headsMax: marketDay.heads },
  })
  say(
    `Demand by weekday for both shops, and a market on ${dayInWords(day)}: ${marketDay.heads} people early at Mill Street`,
  )
}
