import { expect, test } from 'vitest'
import { notificationWords } from '../contract/notification-words.ts'
import { notificationKinds } from '../contract/notifications.ts'
import { writeDigest, writeMail } from './write-mail.ts'

const publicUrl = 'https://muster.example'

test('markup in names and reasons stays text, and a line break never begins another header', () => {
  const words = notificationWords('swap-proposed', { from: '<img src=x>\r\nBcc: all@example.org', message: '"a" & b' })
  const { subject, html } = writeMail(words, publicUrl)
  expect(subject).not.toMatch(/[\r\n]/)
  expect(html).not.toContain('<img')
  expect(html).toContain('&quot;a&quot; &amp; b')
})

test.each(notificationKinds)('%s has a title, and says nothing undefined when its data is missing', (kind) => {
  const { title, text, path } = notificationWords(kind, {})
  expect(`${title} ${text}`).not.toMatch(/undefined|NaN|null/)
  expect(title.length).toBeGreaterThan(5)
  expect(path).toMatch(/^\//)
})

test('a digest holds every message once, with its link', () => {
  const first = notificationWords('roster-published', { roster: 'March', rosterId: 'r1' })
  const second = notificationWords('open-shift', { shift: 'Early' })
  const { subject, text } = writeDigest([first, second], publicUrl)
  expect(subject).toBe('2 messages in Muster')
  expect(text).toContain('https://muster.example/rosters/r1')
  expect(text.indexOf('March')).toBeLessThan(text.indexOf('Early'))
})
