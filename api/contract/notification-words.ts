// The words of each kind of message, for pages and e-mails alike. Data that is missing leaves its part of the sentence out.
import type { NotificationData, NotificationKind } from './notifications.ts'

export type NotificationWords = {
  title: string
  text: string
  /** Where the page shows what it is about. */
  path: string
}

type Write = (data: NotificationData) => NotificationWords

const text = (data: NotificationData, name: string): string => (data[name] === undefined ? '' : String(data[name]))
/** The parts that are there, one after the other. */
const say = (...parts: (string | false)[]): string => parts.filter(Boolean).join(' ')
const because = (data: NotificationData): string | false => data.reason !== undefined && `Reason: ${data.reason}.`
const said = (data: NotificationData): string | false => data.message !== undefined && `“${data.message}”`
/** "Early at Main, Monday 1 March 07:00 to 15:00", as far as it is known. */
const shiftOf = (data: NotificationData): string =>
  say(text(data, 'shift'), data.site !== undefined && `at ${data.site}`, data.when !== undefined && `(${data.when})`)
const rosterPath = (data: NotificationData): string =>
  data.rosterId === undefined ? '/rosters' : `/rosters/${data.rosterId}`

const words: Readonly<Record<NotificationKind, Write>> = {
  'roster-published': (data) => ({
    title: `${text(data, 'roster')} is published`,
    text: say('Look at your shifts and confirm that you have seen them.', said(data)),
    path: rosterPath(data),
  }),
  'roster-unpublished': (data) => ({
    title: `${text(data, 'roster')} is being reworked`,
    text: say('Its shifts no longer hold until it is published again.', because(data)),
    path: rosterPath(data),
  }),
  'publish-failed': (data) => ({
    title: `${text(data, 'roster')} could not be published`,
    text: say('It was to be published by itself.', because(data), 'Solve what is marked and publish it by hand.'),
    path: rosterPath(data),
  }),
  'shift-changed': (data) => ({
    title: 'Your shifts have changed',
    text: say(data.change !== undefined && `${data.change}.`, `${shiftOf(data)}.`, because(data)),
    path: rosterPath(data),
  }),
  'open-shift': (data) => ({
    title: 'A shift is open to you',
    text: say(`${shiftOf(data)}.`, said(data)),
    path: '/open-shifts',
  }),
  'shift-offered': (data) => ({
    title: 'You are asked to take a shift',
    text: say(`${shiftOf(data)}.`, said(data), 'Please accept or decline.'),
    path: '/open-shifts',
  }),
  'claim-made': (data) => ({
    title: `${text(data, 'employee') || 'Somebody'} asks for an open shift`,
    text: `${shiftOf(data)}.`,
    path: '/open-shifts',
  }),
  'claim-decided': (data) => ({
    title: data.decision === 'accepted' ? 'The shift is yours' : 'The shift went to somebody else',
    text: say(`${shiftOf(data)}.`, because(data)),
    path: data.decision === 'accepted' ? rosterPath(data) : '/open-shifts',
  }),
  'swap-proposed': (data) => ({
    title: `${text(data, 'from')} proposes to trade shifts`,
    text: say(`${shiftOf(data)}.`, said(data), 'Please answer.'),
    path: '/swaps',
  }),
  'swap-agreed': (data) => ({
    title: `A trade of ${text(data, 'from') || 'somebody'} waits for you`,
    text: say(`${shiftOf(data)}.`, said(data), 'Approve or reject it.'),
    path: '/swaps',
  }),
  'swap-answered': (data) => ({
    title: say('Your trade was', text(data, 'decision') || 'answered'),
    text: say(`${shiftOf(data)}.`, because(data)),
    path: '/swaps',
  }),
  'swap-ended': (data) => ({
    title: 'Your trade has ended',
    text: say(`${shiftOf(data)}.`, because(data)),
    path: '/swaps',
  }),
  'absence-reported': (data) => ({
    title: `${text(data, 'employee')} cannot come`,
    text: say(
      data.when !== undefined && `${data.when}.`,
      data.shifts !== undefined && `Shifts now open: ${data.shifts}.`,
    ),
    path: '/absences',
  }),
  'time-off-requested': (data) => ({
    title: `${text(data, 'employee')} asks for time off`,
    text: say(`${say(text(data, 'type'), text(data, 'when'))}.`, because(data)),
    path: '/time-off',
  }),
  'time-off-decided': (data) => ({
    title: `Your time off was ${text(data, 'decision')}`,
    text: say(`${say(text(data, 'type'), text(data, 'when'))}.`, data.note !== undefined && `${data.note}.`),
    path: '/time-off',
  }),
  'certification-expiring': (data) => ({
    title: `${text(data, 'skill')} of ${text(data, 'employee')} expires on ${text(data, 'day')}`,
    text: 'From the day after it no longer counts for shifts. Renew it in time.',
    path: '/people',
  }),
  'missed-punch': (data) => ({
    title: 'You did not clock out',
    text: say(`${shiftOf(data)}.`, 'Ask for a correction with the time you left.'),
    path: '/clock',
  }),
  'correction-requested': (data) => ({
    title: `${text(data, 'employee')} asks to correct worked time`,
    text: say(data.when !== undefined && `${data.when}.`, because(data)),
    path: '/timesheets',
  }),
  'correction-decided': (data) => ({
    title: `Your correction was ${text(data, 'decision')}`,
    text: say(data.when !== undefined && `${data.when}.`, data.note !== undefined && `${data.note}.`),
    path: '/clock',
  }),
  'timesheet-decided': (data) => ({
    title: `Your timesheet was ${text(data, 'decision')}`,
    text: say(data.when !== undefined && `${data.when}.`, data.note !== undefined && `${data.note}.`),
    path: '/clock',
  }),
  invitation: (data) => ({
    title: `${text(data, 'inviter') || 'Somebody'} invites you to ${text(data, 'organisation')}`,
    text: say('Sign in with this e-mail address to accept.', data.expires !== undefined && `Until ${data.expires}.`),
    path: data.token === undefined ? '/' : `/invitations/${data.token}`,
  }),
  reminder: (data) => ({
    title: `Your next shift: ${shiftOf(data)}`,
    text: say(data.note !== undefined && `${data.note}.`),
    path: rosterPath(data),
  }),
}

/** Title and text of a message in plain words, and the page's path it leads to. Nothing in it is markup. */
export const notificationWords = (kind: NotificationKind, data: NotificationData): NotificationWords =>
  words[kind](data)
