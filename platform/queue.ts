interface Message {
  orgId: string
  runId: string
  /** Names one part of a large run; absent for the run itself. */
  part?: number
}
interface SendOptions {
  /** Whole seconds before the message is delivered, at most 86,400. */
  delaySeconds?: number
}

/** Tells the solver's Worker that a run waits. Delivery is at least once; a message holds ids only. */
export interface RunQueue {
  /** Rejects when the queue did not take the message. */
  send(message: Message, options?: SendOptions): Promise<void>
}

/** The part of a Workers queue binding that is used here. */
export interface QueueBinding {
  send(message: Message, options?: SendOptions): Promise<unknown>
}

/** The queue as a Worker's binding. */
export function boundQueue(binding: QueueBinding): RunQueue {
  return {
    async send(message, options = {}) {
      await binding.send(bodyOf(message), options)
    },
  }
}

/** Nothing but ids goes out, whatever else an object holds. */
const bodyOf = ({ orgId, runId, part }: Message): Message => ({ orgId, runId, ...(part !== undefined && { part }) })

export interface QueueAddress {
  accountId: string
  queueId: string
  /** An API token that may write to queues. */
  apiToken: string
}

const apiUrl = 'https://api.cloudflare.com/client/v4'
const timeoutMs = 10_000

/**
 * The same queue over Cloudflare's HTTP API, for places without bindings (Deno).
 * Source: developers.cloudflare.com/api/resources/queues/subresources/messages, "push message".
 */
export function httpQueue({ accountId, queueId, apiToken }: QueueAddress, send: typeof fetch = fetch): RunQueue {
  return {
    async send(message, { delaySeconds } = {}) {
      const response = await send(`${apiUrl}/accounts/${accountId}/queues/${queueId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ body: bodyOf(message), content_type: 'json', delay_seconds: delaySeconds }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.body?.cancel()
      if (!response.ok)
        throw new Error(`The queue refused the message of run ${message.runId}: HTTP ${response.status}.`)
    },
  }
}
