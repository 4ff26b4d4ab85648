import { expect, test } from 'vitest'
import type { RosterDiff } from './roster-diff.ts'
import { dropEdit, emptyStack, recordEdit, redoEdit, undoEdit } from './undo-stack.ts'

const edit = (id: string): RosterDiff => ({ id, label: id, added: [{ employeeId: 'a', shiftId: id }], removed: [] })

test('undo takes edits back in reverse order and redo repeats them in order', () => {
  const stack = recordEdit(recordEdit(emptyStack, edit('1')), edit('2'))
  const first = undoEdit(stack)
  const second = undoEdit(first.stack)
  expect([first.diff?.id, second.diff?.id]).toEqual(['2', '1'])
  const again = redoEdit(second.stack)
  expect(again.diff?.id).toBe('1')
  expect(redoEdit(again.stack).diff?.id).toBe('2')
})

test('a new edit forgets what had been undone', () => {
  const undone = undoEdit(recordEdit(emptyStack, edit('1'))).stack
  expect(redoEdit(recordEdit(undone, edit('2'))).diff).toBeNull()
})

test('undo and redo on an empty stack do nothing', () => {
  expect(undoEdit(emptyStack)).toEqual({ stack: emptyStack, diff: null })
  expect(redoEdit(emptyStack)).toEqual({ stack: emptyStack, diff: null })
})

test('a refused edit is forgotten on both sides', () => {
  const stack = undoEdit(recordEdit(recordEdit(emptyStack, edit('1')), edit('2'))).stack
  expect(dropEdit(stack, '1').done).toEqual([])
  expect(dropEdit(stack, '2').undone).toEqual([])
})

test('keeps the last two hundred edits', () => {
  let stack = emptyStack
  for (let n = 0; n < 250; n++) stack = recordEdit(stack, edit(String(n)))
  expect(stack.done).toHaveLength(200)
  expect(stack.done[0]?.id).toBe('50')
})
