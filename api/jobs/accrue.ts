// What a month brings to the balances of leave.
import { dueAccruals } from '../../drizzle/across-orgs.ts'
import type { Platform } from '../platform.ts'
import { accrueTimeOff } from '../services/time-off/accrue-time-off.ts'
import { systemContext } from './system-context.ts'

const rowsMax = 50

/** Gives every kind of leave that is due its month; one that fails does not keep the others waiting. Answers the entries written. */
export const accrue = async (platform: Platform, requestId: string): Promise<number> => {
  let written = 0
  for (const { orgId, id } of await dueAccruals(platform.db, rowsMax)) {
    try {
      written += await accrueTimeOff(systemContext(platform, orgId, requestId), id)
    } catch (error) {
      platform.log.warn('time-off-not-accrued', { requestId, orgId, timeOffTypeId: id, error })
    }
  }
  return written
}
