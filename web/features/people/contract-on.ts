import type { Employee } from '../../api/types.ts'

/** The contract that holds on a day; undefined where none does. */
export const contractOn = ({ contracts }: Employee, day: string): Employee['contracts'][number] | undefined =>
  contracts.find((one) => one.validFrom <= day && (one.validUntil ?? day) >= day)
