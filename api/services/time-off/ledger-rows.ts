// Entries of the ledger as rows and on the wire.
import type * as z from 'zod'
import { timeOffLedger } from '../../../drizzle/schema/index.ts'
import type { ledgerEntrySchema } from '../../contract/time-off.ts'

export type LedgerEntry = z.output<typeof ledgerEntrySchema>

export const ledgerColumns = {
  id: timeOffLedger.id,
  employeeId: timeOffLedger.employeeId,
  typeId: timeOffLedger.typeId,
  kind: timeOffLedger.kind,
  minutes: timeOffLedger.minutes,
  effectiveOn: timeOffLedger.effectiveOn,
  requestId: timeOffLedger.requestId,
  note: timeOffLedger.note,
  createdAt: timeOffLedger.createdAt,
}

export const toLedgerEntry = ({
  createdAt,
  ...row
}: Omit<LedgerEntry, 'createdAt'> & { createdAt: Date }): LedgerEntry => ({
  ...row,
  createdAt: createdAt.toISOString(),
})
