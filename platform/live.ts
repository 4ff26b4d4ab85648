/** The part of a Durable Object namespace that is used here; one object per organisation, named by its id. */
export interface HubNamespace<Id = unknown> {
  idFromName(name: string): Id
  get(id: Id): {
    fetch(url: string, init?: { method: string; body: string; headers: Record<string, string> }): Promise<Response>
  }
}

/** Tells every open tab of an organisation what happened. */
export interface LivePort<Event> {
  /** Best effort: never rejects, whoever misses an event polls. */
  publish(orgId: string, event: Event): Promise<void>
}

/**
 * Publishes to an organisation's hub: `POST https://hub/publish` with the event as JSON, inside the binding only.
 * `onLost` hears of events that did not arrive.
 */
export function hubLive<Event>(
  hubs: HubNamespace,
  onLost: (orgId: string, reason: string) => void = () => undefined,
): LivePort<Event> {
  return {
    async publish(orgId, event) {
      try {
        const response = await hubs.get(hubs.idFromName(orgId)).fetch('https://hub/publish', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(event),
        })
        await response.body?.cancel()
        if (!response.ok) onLost(orgId, `HTTP ${response.status}`)
      } catch (error) {
        onLost(orgId, error instanceof Error ? error.message : String(error))
      }
    },
  }
}

/** For places without a hub: nothing is published, clients poll. */
export const noLive: LivePort<unknown> = { publish: () => Promise.resolve() }
