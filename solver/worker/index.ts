// The solver's Worker: consumes the queue of runs. Delivery is at least once; the run's row decides who works.
import { connect } from '../../drizzle/client.ts'
import { readSolverEnv } from '../../platform/env.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { type HubNamespace, hubLive } from '../../platform/live.ts'
import { jsonLog } from '../../platform/log.ts'
import { boundQueue, type QueueBinding } from '../../platform/queue.ts'
import { openRepair, openSession, partCellsMax } from '../index.ts'
import type { RunEvent, RunRef, WorkerPorts } from './ports.ts'
import { workOnRun } from './work-on-run.ts'

interface Env {
  RUNS: QueueBinding
  LIVE: HubNamespace
}

/** The part of a queue's message that is used here. */
interface Message {
  body: unknown
  ack(): void
  retry(options?: { delaySeconds?: number }): void
}

const retrySeconds = 5
const log = jsonLog('solver')

const portsOf = (env: Env): WorkerPorts => {
  const { database, partsAtOnce } = readSolverEnv(env)
  return {
    db: connect(database),
    partsAtOnce,
    partCellsMax,
    queue: boundQueue(env.RUNS),
    live: hubLive<RunEvent>(env.LIVE, (orgId, reason) => log.warn('live-lost', { orgId, reason })),
    log,
    nowMs: () => Date.now(),
    newId: () => uuidV7(),
    openSession,
    openRepair,
  }
}

const isRef = (body: unknown): body is RunRef =>
  typeof body === 'object' &&
  body !== null &&
  'orgId' in body &&
  typeof body.orgId === 'string' &&
  'runId' in body &&
  typeof body.runId === 'string' &&
  (!('part' in body) || Number.isInteger(body.part))

const handle = async (ports: WorkerPorts, message: Message): Promise<void> => {
  const { body } = message
  if (!isRef(body)) {
    log.error('message-without-run', {})
    message.ack()
    return
  }
  try {
    const end = await workOnRun(ports, body)
    log.info('message-done', { ...body, end })
    message.ack()
  } catch (error) {
    // The database or the queue did not answer. Should every retry fail, the lease runs out and the sweep sends the run again.
    log.error('message-failed', { ...body, error })
    message.retry({ delaySeconds: retrySeconds })
  }
}

export default {
  /** One run, or part of one, a message. */
  async queue(batch: { messages: readonly Message[] }, env: Env): Promise<void> {
    const ports = portsOf(env)
    for (const message of batch.messages) await handle(ports, message)
  },
}
