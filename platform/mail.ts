/** One e-mail; the key keeps a repeated request from sending it twice. */
export interface MailMessage {
  to: string
  subject: string
  text: string
  html: string
  idempotencyKey: string
}

/** Sends e-mail. Rejects when the provider is away, so that the sender tries again; `refused` is for good. */
export interface MailPort {
  send(message: MailMessage): Promise<'sent' | 'refused'>
}

export interface MailSettings {
  /** Where messages are posted: `https://api.resend.com/emails` or what speaks its protocol. */
  url: string
  token: string
  /** "Muster <muster@example.org>". */
  from: string
}

const timeoutMs = 10_000

/**
 * A provider that takes e-mail over HTTP in Resend's form: `POST {from, to, subject, text, html}` with a bearer token and an
 * `Idempotency-Key`. Statuses 400 and 422 mean that this message will never be taken; everything else but 2xx may pass.
 */
export function httpMail({ url, token, from }: MailSettings, request: typeof fetch = fetch): MailPort {
  return {
    async send({ to, subject, text, html, idempotencyKey }) {
      const response = await request(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
        },
        body: JSON.stringify({ from, to: [to], subject, text, html }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.body?.cancel()
      if (response.ok) return 'sent'
      if (response.status === 400 || response.status === 422) return 'refused'
      throw new Error(`The mail provider answered HTTP ${response.status}.`)
    },
  }
}
