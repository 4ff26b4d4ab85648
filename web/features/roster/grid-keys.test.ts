import { expect, test } from 'vitest'
import { gridKey } from './grid-keys.ts'

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  gridKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held })

test('arrows move, with Shift they extend', () => {
  expect(press('ArrowDown')).toEqual({ kind: 'move', rows: 1, extend: false })
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'move', columns: -1, extend: true })
})

test('Alt with up and down pulls an edge: longer and shorter, with Shift at the start', () => {
  expect(press('ArrowUp', { altKey: true })).toEqual({ kind: 'resize', edge: 'end', minutes: 15 })
  expect(press('ArrowDown', { altKey: true })).toEqual({ kind: 'resize', edge: 'end', minutes: -15 })
  expect(press('ArrowUp', { altKey: true, shiftKey: true })).toEqual({ kind: 'resize', edge: 'start', minutes: -15 })
  expect(press('ArrowDown', { altKey: true, shiftKey: true })).toEqual({ kind: 'resize', edge: 'start', minutes: 15 })
})

test('the clipboard and undo work with Ctrl and with Cmd', () => {
  expect(press('c', { ctrlKey: true })).toEqual({ kind: 'copy' })
  expect(press('V', { metaKey: true })).toEqual({ kind: 'paste' })
  expect(press('z', { ctrlKey: true })).toEqual({ kind: 'undo' })
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'redo' })
  expect(press('y', { ctrlKey: true })).toEqual({ kind: 'redo' })
})

test('keys the grid does not know stay with the browser', () => {
  expect(press('a')).toBeNull()
  expect(press('Tab')).toBeNull()
  expect(press('ArrowLeft', { altKey: true })).toBeNull()
  expect(press('r', { ctrlKey: true })).toBeNull()
})
