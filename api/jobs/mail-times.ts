// When an e-mail may go out. Pure.
import { Temporal } from 'temporal-polyfill'
import type { NotificationPreferences } from '../contract/notifications.ts'

const digestHour = 7

type QuietHours = Pick<NotificationPreferences, 'quietFromHour' | 'quietUntilHour'>

/** Now, or the end of the person's quiet hours when it is quiet; both changes of the clock included. */
export const afterQuietHours = (now: Date, zone: string, { quietFromHour, quietUntilHour }: QuietHours): Date => {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const isQuiet =
    quietFromHour <= quietUntilHour
      ? local.hour >= quietFromHour && local.hour < quietUntilHour
      : local.hour >= quietFromHour || local.hour < quietUntilHour
  return isQuiet ? nextHour(local, quietUntilHour) : now
}

/** The next time it is seven in the morning where the person is. */
export const nextDigest = (now: Date, zone: string): Date =>
  nextHour(Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone), digestHour)

const nextHour = (local: Temporal.ZonedDateTime, hour: number): Date => {
  const today = local.toPlainDate().toZonedDateTime({ timeZone: local.timeZoneId, plainTime: { hour } })
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })
  return new Date(next.epochMilliseconds)
}
