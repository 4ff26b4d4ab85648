// What a key means in the grid. Pure: the grid carries it out.

export type GridKey =
  | { kind: 'move'; rows?: number; columns?: number; extend: boolean }
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

/** Null for keys the grid leaves to the browser. */
export const gridKey = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): GridKey | null => {
  if (altKey) return null
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
