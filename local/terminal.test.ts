import { expect, test } from 'vitest'
import { terminal } from './terminal.ts'

function recorder(isTTY: boolean) {
  const written: string[] = []
  const write = (text: string) => written.push(text) > 0
  return { written, shown: terminal({ write: write as never, isTTY, columns: 60 }) }
}

test('without a terminal, progress is one line a quarter', () => {
  const { written, shown } = recorder(false)
  for (let percent = 0; percent <= 100; percent++) shown.progress(percent / 100, 'computing')
  expect(written.map((line) => line.trim())).toEqual(
    [0, 25, 50, 75, 100].map((n) => `${String(n).padStart(3)} %  computing`.trim()),
  )
})

test('on a terminal, the bar is redrawn in place, fits the width, and a sentence begins on a new line', () => {
  const { written, shown } = recorder(true)
  shown.progress(0.5, 'a label that is much too long to fit into sixty columns of text')
  shown.progress(2, 'done')
  shown.say('Ready')
  expect(written[0]).toMatch(/^\r/)
  expect(written[0]?.split('\x1b[2K')[1]).toHaveLength(59)
  expect(written[1]).toContain('100 %')
  expect(written.slice(2)).toEqual(['\n', 'Ready\n'])
})
