// What people do with a published roster and at the door. A key with the right permissions acts for them and for the device.
import { muster } from '../endpoints.ts'
import { workOf } from './plan.ts'
import type { Stage } from './stage.ts'

const pin = '4711'
const confirmingMax = 3

/** Some who work in the week confirm that they have seen it. Answers how many have, and how many have not yet. Errors: ApiError. */
export const confirmRoster = async (
  { client, say }: Stage,
  rosterId: string,
): Promise<{ confirmed: number; unconfirmed: number }> => {
  const work = workOf(await client.call(muster.grid, { id: rosterId }))
  const names = new Map(work.map(({ employeeId, name }) => [employeeId, name]))
  const confirming = [...names].slice(0, confirmingMax)
  for (const [employeeId] of confirming) await client.call(muster.acknowledge, { id: rosterId, body: { employeeId } })
  let unconfirmed = 0
  for await (const _ of client.each(muster.acknowledgements, { id: rosterId, query: { pending: 'true' } }))
    unconfirmed++
  say(`${confirming.map(([, name]) => name).join(', ')} have confirmed the roster; ${unconfirmed} have not yet`)
  return { confirmed: confirming.length, unconfirmed }
}

/** Somebody is given a PIN and comes in at the device by the door. Answers how the clock then stands. Errors: ApiError. */
export const pressKiosk = async ({ client, say }: Stage, number: string): Promise<{ kiosk: string }> => {
  for await (const person of client.each(muster.people, { query: { search: number } })) {
    if (person.number !== number) continue
    await client.call(muster.setPin, { body: { employeeId: person.id, pin } })
    const { employeeName, state } = await client.call(muster.pressKiosk, { body: { number, pin, kind: 'in' } })
    say(`${employeeName} comes in at the kiosk with number and PIN: the clock says "${state}"`)
    return { kiosk: state }
  }
  throw new Error(`Nobody has the number ${number}.`)
}
