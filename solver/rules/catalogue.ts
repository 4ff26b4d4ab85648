import type { Level, RuleId } from '../model/problem.ts'
import type { Parameter } from './kit/parameters.ts'
import { registry } from './registry.ts'

/** A rule as forms, documents and the API show it. */
export interface RuleInfo {
  id: RuleId
  level: Level
  weight: number
  sizeUnit: string
  scope: 'pair' | 'line' | 'cover' | 'roster'
  /** In force without being listed in a problem's rules. */
  implicit: boolean
  parameters: readonly Parameter[]
}

/** Every rule the engine knows, in the registry's order. */
export const ruleCatalogue: readonly RuleInfo[] = registry.map(
  ({ id, level, weight, sizeUnit, scope, implicit, parameters }) => ({
    id,
    level,
    weight,
    sizeUnit,
    scope,
    implicit,
    parameters,
  }),
)
