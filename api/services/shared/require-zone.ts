import { isZone } from '../../../solver/model/time.ts'
import { Invalid } from '../../errors.ts'

/** Throws `Invalid` for what is no IANA time zone. */
export const requireZone = (zone: string | undefined): void => {
  if (zone === undefined || isZone(zone)) return
  throw new Invalid('validation_failed', `"${zone}" is no time zone. Use an IANA name such as "Europe/Berlin".`, {
    fields: [{ in: 'body', field: 'zone', message: 'Unknown time zone' }],
  })
}
