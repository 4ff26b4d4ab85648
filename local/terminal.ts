import type { WriteStream } from 'node:tty'

/** Where a program shows people what it does. */
export interface Terminal {
  /** One line. */
  say(line: string): void
  /** A bar that is redrawn in place; without a terminal, a line for every quarter. `share` is between 0 and 1. */
  progress(share: number, label: string): void
  /** Ends the bar, if one is shown. */
  endProgress(): void
}

const barWidth = 28
const clearLine = '\r\x1b[2K'

/** Shows lines and progress on `stream`. */
export function terminal(stream: Pick<WriteStream, 'write'> & { isTTY?: boolean; columns?: number }): Terminal {
  let isDrawn = false
  let quarterShown = -1
  const endProgress = () => {
    if (isDrawn) stream.write('\n')
    isDrawn = false
    quarterShown = -1
  }
  return {
    endProgress,
    say(line) {
      endProgress()
      stream.write(`${line}\n`)
    },
    progress(share, label) {
      const kept = Math.min(1, Math.max(0, share))
      const percent = `${String(Math.round(kept * 100)).padStart(3)} %`
      if (stream.isTTY) {
        const done = Math.round(kept * barWidth)
        const bar = '█'.repeat(done) + '░'.repeat(barWidth - done)
        stream.write(`${clearLine}${`  ${bar} ${percent}  ${label}`.slice(0, (stream.columns ?? 80) - 1)}`)
        isDrawn = true
      } else if (Math.floor(kept * 4) > quarterShown) {
        quarterShown = Math.floor(kept * 4)
        stream.write(`  ${percent}  ${label}\n`)
      }
    },
  }
}
