// What a key means in the grid. Pure: the grid carries it out.
import { stepMinutes } from './resize-shift.ts'

export type GridKey =
  | { kind: 'move'; rows?: number; columns?: number; extend: boolean }
  | { kind: 'resize'; edge: 'start' | 'end'; minutes: number }
  | { kind: 'open' | 'remove' | 'copy' | 'cut' | 'paste' | 'undo' | 'redo' | 'clear' }

interface Pressed {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const farColumns = 10_000

const moves: Readonly<Record<string, { rows?: number; columns?: number }>> = {
  ArrowUp: { rows: -1 },
  ArrowDown: { rows: 1 },
  ArrowLeft: { columns: -1 },
  ArrowRight: { columns: 1 },
  PageUp: { rows: -10 },
  PageDown: { rows: 10 },
  Home: { columns: -farColumns },
  End: { columns: farColumns },
}

const acts: Readonly<Record<string, 'open' | 'remove' | 'clear'>> = {
  Enter: 'open',
  F2: 'open',
  ' ': 'open',
  Delete: 'remove',
  Backspace: 'remove',
  Escape: 'clear',
}

const withControl: Readonly<Record<string, 'copy' | 'cut' | 'paste' | 'undo' | 'redo'>> = {
  c: 'copy',
  x: 'cut',
  v: 'paste',
  z: 'undo',
  y: 'redo',
}

/** Alt and up makes a shift longer at its end, down shorter; with Shift at its start. Left and right are the browser's own. */
const resizeKey = (key: string, shiftKey: boolean): GridKey | null => {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const isLater = (key === 'ArrowUp') !== shiftKey
  return { kind: 'resize', edge: shiftKey ? 'start' : 'end', minutes: isLater ? stepMinutes : -stepMinutes }
}

/** Null for keys the grid leaves to the browser. */
export const gridKey = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): GridKey | null => {
  if (altKey) return ctrlKey || metaKey ? null : resizeKey(key, shiftKey)
  if (ctrlKey || metaKey) {
    if (key === 'Home') return { kind: 'move', rows: -farColumns, columns: -farColumns, extend: shiftKey }
    if (key === 'End') return { kind: 'move', rows: farColumns, columns: farColumns, extend: shiftKey }
    const act = withControl[key.toLowerCase()]
    if (!act) return null
    return { kind: act === 'undo' && shiftKey ? 'redo' : act }
  }
  const move = moves[key]
  if (move) return { kind: 'move', ...move, extend: shiftKey }
  const act = acts[key]
  return act ? { kind: act } : null
}
