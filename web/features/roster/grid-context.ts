import { createContext, use } from 'react'
import type { GridShift } from '../../api/types.ts'
import type { Times } from '../../store/roster-diff.ts'
import type { GridLayout } from './grid-layout.ts'
import type { RosterIndex } from './roster-index.ts'

export interface GridContextValue {
  index: RosterIndex
  layout: GridLayout
  codes: ReadonlyMap<string, string>
  colours: ReadonlyMap<string, string>
  published: boolean
  canEdit: boolean
  /** The shift whose edge is being pulled, with the times it would have. */
  resizing: { shift: GridShift; times: Times } | null
  /** Only worth showing when there is more than one. */
  showSites: boolean
}

const GridContext = createContext<GridContextValue | null>(null)

export const GridProvider = GridContext

export const useGrid = (): GridContextValue => {
  const value = use(GridContext)
  if (!value) throw new Error('useGrid stands outside of the roster grid.')
  return value
}
