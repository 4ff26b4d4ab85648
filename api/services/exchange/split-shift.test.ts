import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitShift } from './split-shift.ts'

const at = (text: string) => new Date(`2027-03-01T${text}:00Z`)
const day = { startsAt: at('08:00'), endsAt: at('16:30'), paidMinutes: 480 }

test('the end of a shift becomes a part of its own, and paid minutes and break stay in proportion', () => {
  expect(splitShift(day, at('12:15'), at('16:30'))).toEqual([
    { startsAt: at('08:00'), endsAt: at('12:15'), paidMinutes: 240, breakMinutes: 15, isPart: false },
    { startsAt: at('12:15'), endsAt: at('16:30'), paidMinutes: 240, breakMinutes: 15, isPart: true },
  ])
})

test('a part in the middle leaves two pieces', () => {
  expect(splitShift(day, at('10:00'), at('11:00'))?.map(({ isPart }) => isPart)).toEqual([false, true, false])
})

test('what is not inside the shift, is empty, or is all of it, is no part', () => {
  expect(splitShift(day, at('07:59'), at('12:00'))).toBeNull()
  expect(splitShift(day, at('12:00'), at('16:31'))).toBeNull()
  expect(splitShift(day, at('12:00'), at('12:00'))).toBeNull()
  expect(splitShift(day, day.startsAt, day.endsAt)).toBeNull()
})

test('no paid minute is lost or made, and none is paid that lies outside its piece', () => {
  const minutes = fc.integer({ min: 1, max: 1440 })
  fc.assert(
    fc.property(minutes, fc.nat(1440), fc.nat(1440), fc.nat(1440), (length, paid, from, until) => {
      const start = at('00:00').getTime()
      const shift = {
        startsAt: new Date(start),
        endsAt: new Date(start + length * 60_000),
        paidMinutes: Math.min(paid, length),
      }
      const pieces = splitShift(shift, new Date(start + from * 60_000), new Date(start + until * 60_000))
      if (pieces === null) return
      expect(pieces.reduce((sum, piece) => sum + piece.paidMinutes, 0)).toBe(shift.paidMinutes)
      expect(pieces[0]?.startsAt).toEqual(shift.startsAt)
      expect(pieces.at(-1)?.endsAt).toEqual(shift.endsAt)
      for (const piece of pieces) {
        const long = (piece.endsAt.getTime() - piece.startsAt.getTime()) / 60_000
        expect(piece.paidMinutes + piece.breakMinutes).toBe(long)
      }
    }),
  )
})
