import type * as z from 'zod'
import { countryCodes } from '../../contract/countries.ts'
import type { countrySchema } from '../../contract/structure.ts'

/** Every country of ISO 3166-1 by its name in a language (BCP 47); English where the language has none. */
export const listCountries = (language: string): z.output<typeof countrySchema>[] => {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' })
  const order = new Intl.Collator([language, 'en'])
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => order.compare(a.name, b.name))
}
