// Where the keyboard stands in the grid and what is selected. Rows count from 0 under the open summary, which is row −1. Pure.

export interface GridPosition {
  row: number
  column: number
}

export interface GridSelection {
  active: GridPosition
  /** The other corner of a selected block; equal to `active` when one cell is selected. */
  anchor: GridPosition
}

export interface GridSize {
  rows: number
  columns: number
  /** Group headings cannot be stood on. */
  isSkipped(row: number): boolean
}

export const startSelection: GridSelection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } }

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value))

/** A position inside the grid, off the group headings: on in the direction of travel, back when there is nothing further. */
const settle = (size: GridSize, wanted: GridPosition, step: 1 | -1): GridPosition => {
  const column = clamp(wanted.column, 0, size.columns - 1)
  let row = clamp(wanted.row, -1, size.rows - 1)
  while (row >= 0 && row < size.rows && size.isSkipped(row)) row += step
  if (row < size.rows) return { row, column }
  row = size.rows - 1
  while (row >= 0 && size.isSkipped(row)) row -= 1
  return { row, column }
}

/** Moves by rows and columns; `extend` keeps the anchor, so that a block grows. */
export const moveSelection = (
  size: GridSize,
  selection: GridSelection,
  by: { rows?: number; columns?: number },
  extend: boolean,
): GridSelection => {
  const { active } = selection
  const wanted = { row: active.row + (by.rows ?? 0), column: active.column + (by.columns ?? 0) }
  const next = settle(size, wanted, (by.rows ?? 0) < 0 ? -1 : 1)
  return { active: next, anchor: extend ? selection.anchor : next }
}

/** Stands on one cell; `extend` selects the block up to it. */
export const selectAt = (selection: GridSelection, at: GridPosition, extend: boolean): GridSelection => ({
  active: at,
  anchor: extend ? selection.anchor : at,
})

export interface Block {
  rowFrom: number
  rowTo: number
  columnFrom: number
  columnTo: number
}

/** The selected block, inclusive. */
export const blockOf = ({ active, anchor }: GridSelection): Block => ({
  rowFrom: Math.min(active.row, anchor.row),
  rowTo: Math.max(active.row, anchor.row),
  columnFrom: Math.min(active.column, anchor.column),
  columnTo: Math.max(active.column, anchor.column),
})
