// Values that almost fit: one place of a valid one is taken away, swapped for nonsense, or given company.
import * as fc from 'fast-check'

type Place = { holder: Record<string, unknown> | unknown[]; key: string }

/** What programs stumble over: empty, huge, negative, of another kind, half a character, text that a database or a page reads. */
const nonsense: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  '',
  ' ',
  'NaN',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u0000\ufeff',
  "'; drop table employees; --",
  "' or '1'='1",
  '%_%',
  '=cmd|calc',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  '0000-01-01',
  '2027-02-30',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00+14:00',
  '24:00',
  'RRULE:FREQ=SECONDLY;INTERVAL=0',
  'x'.repeat(5000),
  [],
  [[]],
  [null],
  {},
  { toString: 1 },
  Array.from({ length: 2000 }, () => 0),
]
const strangeKeys = ['isAdmin', 'orgId', 'id', 'constructor', 'toString', '__proto__', '', '\u0000', 'version']

export const nonsenseValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nonsense) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** Every place below a JSON value, inner ones as well. */
const placesOf = (value: unknown): Place[] => {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Place['holder']
  return Object.entries(holder).flatMap(([key, inner]) => [{ holder, key }, ...placesOf(inner)])
}

/** A valid value with one to three things wrong. */
export const spoiledValue = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, fc.array(spoiling, { minLength: 1, maxLength: 3 })).map(([value, spoilings]) => {
    const copy = structuredClone(value)
    for (const spoil of spoilings) spoil(copy)
    return copy
  })

const spoiling: fc.Arbitrary<(value: unknown) => void> = fc
  .tuple(fc.constantFrom('remove', 'replace', 'replace', 'blot', 'add', 'repeat'), fc.nat(), nonsenseValue)
  .map(([how, at, other]) => (value: unknown) => {
    const places = placesOf(value)
    const place = places[at % Math.max(1, places.length)]
    if (place === undefined) return
    const holder = place.holder as Record<string, unknown>
    if (how === 'remove') delete holder[place.key]
    else if (how === 'replace') holder[place.key] = other
    else if (how === 'blot' && typeof holder[place.key] === 'string') holder[place.key] += '\u0000'
    else if (how === 'add') Object.defineProperty(holder, strangeKeys[at % strangeKeys.length] ?? '', described(other))
    else if (Array.isArray(place.holder)) place.holder.push(place.holder[0])
  })

/** So that "__proto__" is a field and no prototype. */
const described = (value: unknown) => ({ value, enumerable: true, configurable: true, writable: true })
