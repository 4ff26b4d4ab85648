// Many open tabs, one change: how long until each has heard of it.

/** Opens the sockets of one organisation, makes the change, and answers the milliseconds after which each heard. */
export async function measureRealtime(
  { url, cookie, orgId, clients }: { url: string; cookie: string; orgId: string; clients: number },
  change: () => Promise<unknown>,
): Promise<{ connected: number; heardMs: number[] }> {
  const address = `${url.replace(/^http/, 'ws')}/api/v1/live?organisationId=${orgId}`
  const heardMs: number[] = []
  let changedMs = Number.POSITIVE_INFINITY
  const sockets: WebSocket[] = []
  const open = () =>
    new Promise<void>((resolve, reject) => {
      // Node's own WebSocket takes headers, unlike a browser's, which sends the cookie by itself.
      const socket = new WebSocket(address, { headers: { cookie, origin: url } } as unknown as string[])
      sockets.push(socket)
      socket.onerror = () => reject(new Error('A socket could not be opened.'))
      let isNew = true
      socket.onmessage = ({ data }) => {
        const { type } = JSON.parse(String(data)) as { type: string }
        if (type === 'hello') resolve()
        else if (isNew && performance.now() > changedMs) {
          isNew = false
          heardMs.push(performance.now() - changedMs)
        }
      }
    })
  for (let from = 0; from < clients; from += 50)
    await Promise.all(Array.from({ length: Math.min(50, clients - from) }, open))
  changedMs = performance.now()
  await change()
  for (let waited = 0; heardMs.length < clients && waited < 10_000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20))
  for (const socket of sockets) socket.close()
  return { connected: sockets.length, heardMs: heardMs.sort((a, b) => a - b) }
}
