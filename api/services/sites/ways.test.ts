import { expect, test } from 'vitest'
import { wayBetween as between, byEnds, type GivenWay, type Place } from './ways.ts'

const wayBetween = (from: Place, to: Place, given: GivenWay[]) => between(from, to, byEnds(given))

const berlin = { id: 'berlin', latitude: 52.52, longitude: 13.405 }
const potsdam = { id: 'potsdam', latitude: 52.3906, longitude: 13.0645 }
const unknown = { id: 'unknown', latitude: null, longitude: null }
const given = (from: string, to: string, minutes: number) => ({ fromSiteId: from, toSiteId: to, minutes, metres: null })

test('without a given time the great circle tells', () => {
  const way = wayBetween(berlin, potsdam, [])
  // 27.2 km, by hand.
  expect(way?.metres).toBeGreaterThan(27_000)
  expect(way?.metres).toBeLessThan(27_400)
  expect(way).toMatchObject({ minutes: 46, source: 'great-circle' })
  expect(wayBetween(potsdam, berlin, [])).toEqual(way)
})

test('a given time counts, and for the way back unless that has its own', () => {
  expect(wayBetween(berlin, potsdam, [given('berlin', 'potsdam', 35)])).toMatchObject({ minutes: 35, source: 'given' })
  expect(wayBetween(potsdam, berlin, [given('berlin', 'potsdam', 35)])).toMatchObject({
    minutes: 35,
    source: 'given-back',
  })
  const both = [given('berlin', 'potsdam', 35), given('potsdam', 'berlin', 40)]
  expect(wayBetween(potsdam, berlin, both)).toMatchObject({ minutes: 40, source: 'given' })
})

test('without coordinates and without a time nothing is known', () => {
  expect(wayBetween(berlin, unknown, [])).toBeNull()
  expect(wayBetween(berlin, unknown, [given('unknown', 'berlin', 5)])).toMatchObject({ minutes: 5 })
})
