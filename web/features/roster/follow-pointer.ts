// One gesture of the pointer, from its press until it is let go.

interface Gesture {
  onMove(at: PointerEvent): void
  /** Let go, cancelled by the browser, or given up by Escape; before `onDrop`. */
  onEnd(): void
  /** Let go where it was. */
  onDrop(): void
}

/** Listens on the window until the gesture ends. Answers how to give it up. */
export const followPointer = ({ onMove, onEnd, onDrop }: Gesture): (() => void) => {
  const listening = new AbortController()
  const { signal } = listening
  const finish = (): void => {
    listening.abort()
    onEnd()
  }
  const drop = (): void => {
    finish()
    onDrop()
  }
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', finish, { signal })
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && finish(), { signal })
  return finish
}

/** The click that follows a gesture would open the cell beneath it. */
export const swallowClick = (): void =>
  window.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true })
