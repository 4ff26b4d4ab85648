// Network addresses against ranges as CIDR writes them (RFC 4632, RFC 4291). Pure.

type Parsed = { bits: 32 | 128; value: bigint }

const joined = (parts: readonly number[], width: bigint): bigint =>
  parts.reduce((value, part) => (value << width) | BigInt(part), 0n)

const parseV4 = (text: string): Parsed | null => {
  const parts = text.split('.')
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null
  return { bits: 32, value: joined(parts.map(Number), 8n) }
}

const groupsOf = (text: string): number[] | null => {
  if (text === '') return []
  const parts = text.split(':')
  return parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part)) ? parts.map((part) => Number.parseInt(part, 16)) : null
}

const parseV6 = (text: string): Parsed | null => {
  const halves = text.split('::')
  const [head, tail] = [groupsOf(halves[0] ?? ''), groupsOf(halves[1] ?? '')]
  if (halves.length > 2 || head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  return { bits: 128, value: joined([...head, ...Array.from({ length: missing }, () => 0), ...tail], 16n) }
}

/** Null for what is no address; an IPv4 address in IPv6's clothes is the IPv4 address. */
const parseAddress = (text: string): Parsed | null => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)
  return parseV4(mapped?.[1] ?? text) ?? parseV6(text)
}

const isWithin = (range: string, address: Parsed): boolean => {
  const [base = '', length = ''] = range.split('/')
  const parsed = parseAddress(base)
  if (parsed === null || parsed.bits !== address.bits) return false
  const shift = BigInt(parsed.bits - Number(length))
  return parsed.value >> shift === address.value >> shift
}

/** Whether an address lies in one of the ranges; what cannot be read lies in none. */
export const isWithinAddresses = (ranges: readonly string[], address: string): boolean => {
  const parsed = parseAddress(address)
  return parsed !== null && ranges.some((range) => isWithin(range, parsed))
}
