// What an e-mail looks like. Pure; nothing of its content is trusted as markup.
import { escapeHtml } from '../../solver/formats/escape-html.ts'
import type { NotificationWords } from '../contract/notification-words.ts'

type Letter = { subject: string; text: string; html: string }

/** A line break would begin another header. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').slice(0, 200)

const page = (body: string, publicUrl: string): string =>
  `<!doctype html><html lang="en"><body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em">${body}<p style="color: #666; font-size: 14px">Which messages reach you is set <a href="${escapeHtml(publicUrl)}/notifications">in Muster</a>.</p></body></html>`

/** One message as an e-mail with its link. */
export const writeMail = ({ title, text, path }: NotificationWords, publicUrl: string): Letter => ({
  subject: oneLine(title),
  text: `${title}\n\n${text}\n\n${publicUrl}${path}\n`,
  html: page(
    `<h1 style="font-size: 20px">${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><p><a href="${escapeHtml(publicUrl + path)}">Open in Muster</a></p>`,
    publicUrl,
  ),
})

/** Several messages as one, oldest first. */
export const writeDigest = (messages: readonly NotificationWords[], publicUrl: string): Letter => {
  const subject = messages.length === 1 ? '1 message in Muster' : `${messages.length} messages in Muster`
  const items = messages.map(
    ({ title, text, path }) =>
      `<li style="margin-bottom: 1em"><a href="${escapeHtml(publicUrl + path)}">${escapeHtml(title)}</a><br>${escapeHtml(text)}</li>`,
  )
  return {
    subject,
    text: messages.map(({ title, text, path }) => `${title}\n${text}\n${publicUrl}${path}\n`).join('\n'),
    html: page(`<h1 style="font-size: 20px">${subject}</h1><ul>${items.join('')}</ul>`, publicUrl),
  }
}
