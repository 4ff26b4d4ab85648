// Undo and redo as two lists of diffs. Pure: each function returns a new stack.
import type { RosterDiff } from './roster-diff.ts'

export interface UndoStack {
  /** Oldest first; the last is what undo takes back. */
  done: readonly RosterDiff[]
  /** What undo took back; the last is what redo repeats. */
  undone: readonly RosterDiff[]
}

const lengthMax = 200

export const emptyStack: UndoStack = { done: [], undone: [] }

/** A new edit: it can be undone, and what had been undone cannot come back. */
export const recordEdit = (stack: UndoStack, diff: RosterDiff): UndoStack => ({
  done: [...stack.done, diff].slice(-lengthMax),
  undone: [],
})

/** Moves the last edit to the undone side; `diff` is the edit itself (send its inverse), null when there is none. */
export const undoEdit = (stack: UndoStack): { stack: UndoStack; diff: RosterDiff | null } => {
  const diff = stack.done.at(-1) ?? null
  if (!diff) return { stack, diff }
  return { stack: { done: stack.done.slice(0, -1), undone: [...stack.undone, diff] }, diff }
}

/** Moves the last undone edit back; `diff` is what to send again, null when there is none. */
export const redoEdit = (stack: UndoStack): { stack: UndoStack; diff: RosterDiff | null } => {
  const diff = stack.undone.at(-1) ?? null
  if (!diff) return { stack, diff }
  return { stack: { done: [...stack.done, diff].slice(-lengthMax), undone: stack.undone.slice(0, -1) }, diff }
}

/** Forgets an edit that the server refused, on whichever side it stands. */
export const dropEdit = (stack: UndoStack, id: string): UndoStack => ({
  done: stack.done.filter((diff) => diff.id !== id),
  undone: stack.undone.filter((diff) => diff.id !== id),
})
