// What people are told: kinds, what each one carries, and how somebody wants to be told.
import * as z from 'zod'
import { idSchema, instant, listQuery } from './envelope.ts'

/** Every kind of message. Adding one means adding its words in `notification-words.ts`; the compiler asks for them. */
export const notificationKinds = [
  'roster-published',
  'roster-unpublished',
  'publish-failed',
  'shift-changed',
  'open-shift',
  'shift-offered',
  'claim-made',
  'claim-decided',
  'swap-proposed',
  'swap-agreed',
  'swap-answered',
  'swap-ended',
  'absence-reported',
  'time-off-requested',
  'time-off-decided',
  'certification-expiring',
  'missed-punch',
  'correction-requested',
  'correction-decided',
  'timesheet-decided',
  'invitation',
  'reminder',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/**
 * Values the words are filled from: names, days, times already in the reader's zone, a reason. Nothing that the reader may not
 * see belongs here; ids stand under names that end in `Id`.
 */
const notificationData = z.record(z.string().regex(/^[a-z][A-Za-z]{0,39}$/), z.union([z.string().max(1000), z.int()]))
export type NotificationData = z.infer<typeof notificationData>

export const notificationSchema = z
  .object({
    id: idSchema,
    kind: z.enum(notificationKinds),
    data: notificationData,
    title: z.string(),
    text: z.string(),
    /** Where the page shows what it is about. */
    path: z.string(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' })

export const notificationQuery = listQuery.extend({
  unread: z.enum(['true', 'false']).optional().describe('"true" for those that were not read yet'),
})

export const unreadCount = z.object({ unread: z.int() }).meta({ id: 'UnreadCount' })

const hour = z.int().min(0).max(23)
export const notificationPreferencesSchema = z
  .strictObject({
    mutedKinds: z
      .array(z.enum(notificationKinds))
      .max(notificationKinds.length)
      .describe('Kinds that are not e-mailed'),
    email: z.boolean(),
    digest: z.boolean().describe('One e-mail a day instead of one a message'),
    quietFromHour: hour.describe('Local hour at which e-mail begins to wait; equal to quietUntilHour for none'),
    quietUntilHour: hour,
    remindMinutesBefore: z.int().min(15).max(10_080).nullable().describe('Before each shift; null for never'),
  })
  .meta({ id: 'NotificationPreferences' })
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>

/** What holds for somebody who has said nothing. */
export const defaultNotificationPreferences: NotificationPreferences = {
  mutedKinds: [],
  email: true,
  digest: false,
  quietFromHour: 0,
  quietUntilHour: 0,
  remindMinutesBefore: 720,
}
