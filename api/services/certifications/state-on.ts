import type * as z from 'zod'
import type { certificationState } from '../../contract/certifications.ts'

type Stored = { state: 'pending' | 'active' | 'revoked' | 'renewal-pending'; expiresOn: string | null }

/** The state on a local day: what was in force is expired after its last day. Pure. */
export const stateOn = ({ state, expiresOn }: Stored, day: string): z.output<typeof certificationState> =>
  (state === 'active' || state === 'renewal-pending') && expiresOn !== null && expiresOn < day ? 'expired' : state
