// A preset is data: values that an organisation or a contract can start from, each with where it comes from.
import type { LocalDate, RuleSetting } from '../model/problem.ts'

export interface PresetSetting {
  setting: RuleSetting
  /** Law and section. */
  source: string
  /** How far value and section were compared: with the wording of the law, with somebody's account of it, or not yet. */
  checked: 'text' | 'account' | 'no'
}

export interface Preset {
  /** Kebab-case, never renamed. */
  id: string
  name: string
  /** The day on which the values were written down; law changes. */
  writtenOn: LocalDate
  notice: string
  settings: readonly PresetSetting[]
  /** What the law asks for and these settings do not say. */
  leavesOut: readonly string[]
}

export const noLegalAdvice =
  'These values are a starting point and no legal advice: check them against the law, the collective agreement and the contract that bind you. Each value says whether it was compared with the wording of the law, with an account of it, or not yet.'
