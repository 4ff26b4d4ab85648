// Once a minute: send again what was lost, and forget what has expired.
import {
  dueOpenShifts,
  dueOutbox,
  duePublications,
  forgetExpired,
  longOpenEntries,
  makeAuditPartitions,
  stalledParts,
  stalledRuns,
} from '../../drizzle/across-orgs.ts'
import type { Platform } from '../platform.ts'
import { closeMissed } from '../services/attendance/close-missed.ts'
import { closeDueOpenShift } from '../services/exchange/decide-open-shift.ts'
import { publishDue } from '../services/rosters/publication/publish-due.ts'
import { accrue } from './accrue.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'
import { remind } from './remind.ts'
import { systemContext } from './system-context.ts'

const rowsMax = 200
/** A log that has no month to be written into would stop every write: there is a year's margin. */
const partitionMonthsAhead = 12

/**
 * Re-sends due outbox rows, re-sends runs and parts of runs whose lease has ended (the consumer decides by the row, so a message
 * too many is harmless), makes the log's months ahead, deletes expired idempotency keys and sessions. Each part runs whatever becomes of the others.
 */
export const sweep = async (platform: Platform): Promise<void> => {
  const requestId = platform.ids.next()
  await Promise.all(
    Object.entries(parts).map(async ([part, work]) => {
      try {
        const count = await work(platform, requestId)
        if (count > 0) platform.log.info('swept', { requestId, part, count })
      } catch (error) {
        platform.log.error('sweep-failed', { requestId, part, error })
      }
    }),
  )
}

const parts: Record<string, (platform: Platform, requestId: string) => Promise<number>> = {
  outbox: async (platform, requestId) => {
    const due = await dueOutbox(platform.db, rowsMax)
    let sent = 0
    for (const orgId of new Set(due.map((row) => row.orgId))) {
      sent += await dispatchOutbox({ ...platform, orgId, requestId })
    }
    return sent
  },
  runs: async ({ db, queue }) => {
    const stalled = await stalledRuns(db, rowsMax)
    const parts = await stalledParts(db, rowsMax)
    for (const { orgId, id } of stalled) await queue.send({ orgId, runId: id })
    for (const { orgId, id, part } of parts) await queue.send({ orgId, runId: id, part })
    return stalled.length + parts.length
  },
  openShifts: async (platform, requestId) => {
    const due = await dueOpenShifts(platform.db, rowsMax)
    for (const { orgId, id } of due) {
      // One that cannot be decided does not keep the others waiting: its roster may have been withdrawn since.
      await closeDueOpenShift(systemContext(platform, orgId, requestId), id).catch((error: unknown) =>
        platform.log.warn('open-shift-not-closed', { requestId, orgId, openShiftId: id, error }),
      )
    }
    return due.length
  },
  publications: async (platform, requestId) => {
    const due = await duePublications(platform.db, rowsMax)
    for (const { orgId, id } of due) {
      await publishDue(systemContext(platform, orgId, requestId), id).catch((error: unknown) =>
        platform.log.error('roster-not-published', { requestId, orgId, rosterId: id, error }),
      )
    }
    return due.length
  },
  missedPunches: async (platform, requestId) => {
    let missed = 0
    for (const { orgId, id } of await longOpenEntries(platform.db, rowsMax)) {
      missed += Number(await closeMissed(systemContext(platform, orgId, requestId), id).catch(() => false))
    }
    return missed
  },
  reminders: remind,
  accruals: accrue,
  partitions: ({ db }) => makeAuditPartitions(db, partitionMonthsAhead),
  expired: ({ db }) => forgetExpired(db),
  sessions: ({ auth }) => auth.forgetExpiredSessions(),
}
