// Every preset there is.
import { california } from './california.ts'
import { eu } from './eu.ts'
import { france } from './france.ts'
import { germany } from './germany.ts'
import { newYorkCity } from './new-york-city.ts'
import type { Preset } from './preset.ts'
import { southAfrica } from './south-africa.ts'
import { unitedKingdom } from './united-kingdom.ts'
import { usFederal } from './us-federal.ts'

/** Named sets of rule settings by country or city, each with its legal source; data that a contract or an organisation can start from. */
export const rulePresets: readonly Preset[] = [
  eu,
  unitedKingdom,
  germany,
  france,
  southAfrica,
  usFederal,
  california,
  newYorkCity,
]
