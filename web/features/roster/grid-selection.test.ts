import { expect, test } from 'vitest'
import { blockOf, type GridSize, moveSelection, selectAt, startSelection } from './grid-selection.ts'

const size: GridSize = { rows: 5, columns: 7, isSkipped: (row) => row === 0 || row === 3 }
const at = (row: number, column: number) => selectAt(startSelection, { row, column }, false)

test('moving stays inside the grid', () => {
  expect(moveSelection(size, at(4, 6), { rows: 1, columns: 1 }, false).active).toEqual({ row: 4, column: 6 })
  expect(moveSelection(size, at(1, 0), { columns: -1 }, false).active).toEqual({ row: 1, column: 0 })
})

test('group headings are stepped over in both directions', () => {
  expect(moveSelection(size, at(2, 0), { rows: 1 }, false).active.row).toBe(4)
  expect(moveSelection(size, at(4, 0), { rows: -1 }, false).active.row).toBe(2)
  expect(moveSelection(size, at(1, 0), { rows: -1 }, false).active.row).toBe(-1)
})

test('extending keeps the other corner and selects the block between', () => {
  const grown = moveSelection(size, moveSelection(size, at(1, 2), { rows: 1 }, true), { columns: -2 }, true)
  expect(blockOf(grown)).toEqual({ rowFrom: 1, rowTo: 2, columnFrom: 0, columnTo: 2 })
})

test('moving without extending selects one cell', () => {
  const grown = moveSelection(size, at(1, 2), { rows: 1 }, true)
  expect(blockOf(moveSelection(size, grown, { columns: 1 }, false))).toEqual({
    rowFrom: 2,
    rowTo: 2,
    columnFrom: 3,
    columnTo: 3,
  })
})
