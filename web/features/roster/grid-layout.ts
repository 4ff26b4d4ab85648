// Sizes of the grid, in CSS pixels, worked out from the zoom and the room there is. Pure.
import type { ShiftDetail } from './shift-chip.tsx'

export type Zoom = 'day' | 'week' | 'fortnight' | 'month'

export const zooms: readonly { value: Zoom; label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'fortnight', label: '2 weeks' },
  { value: 'month', label: 'Month' },
]

/** Days in sight at once. */
export const daysShown: Readonly<Record<Zoom, number>> = { day: 1, week: 7, fortnight: 14, month: 28 }
const widthMin: Readonly<Record<Zoom, number>> = { day: 480, week: 132, fortnight: 62, month: 36 }

export interface GridLayout {
  zoom: Zoom
  nameWidth: number
  columnWidth: number
  rowHeight: number
  headHeight: number
  openHeight: number
  footHeight: number
  detail: ShiftDetail
}

/** `width` is the inner width of the scrolling area; `days` the length of the roster. */
export const gridLayout = (zoom: Zoom, width: number, days: number): GridLayout => {
  const nameWidth = width < 1000 ? 168 : 224
  const shown = Math.min(daysShown[zoom], days)
  const columnWidth = Math.max(widthMin[zoom], Math.floor(((width - nameWidth) / shown) * 100) / 100)
  const detail: ShiftDetail =
    zoom === 'day' ? 'bar' : columnWidth >= 132 ? 'full' : columnWidth >= 58 ? 'short' : 'code'
  return {
    zoom,
    nameWidth,
    columnWidth,
    rowHeight: detail === 'full' || detail === 'short' ? 46 : 40,
    headHeight: 46,
    openHeight: 36,
    footHeight: 40,
    detail,
  }
}
