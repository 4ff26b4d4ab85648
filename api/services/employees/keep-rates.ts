// Who writes contracts without the right to write pay must neither set a rate nor lose one. Pure.
import type { EmployeeInput } from './internal.ts'

type Held = EmployeeInput['contracts'][number]
type Stored = { contractId: string; validFrom: string; rateMinor: number | null }

/**
 * The contracts as they may be written without `costs:write`: each keeps the rate stored for the same contract and first day.
 * `refused` are those that ask for another one; null and absent ask for nothing.
 */
export const keepRates = (
  wanted: readonly Held[],
  stored: readonly Stored[],
): { contracts: Held[]; refused: Held[] } => {
  const rateOf = ({ contractId, validFrom }: Held) =>
    stored.find((one) => one.contractId === contractId && one.validFrom === validFrom)?.rateMinor ?? null
  return {
    contracts: wanted.map((held) => ({ ...held, rateMinor: rateOf(held) })),
    refused: wanted.filter((held) => (held.rateMinor ?? null) !== null && held.rateMinor !== rateOf(held)),
  }
}
