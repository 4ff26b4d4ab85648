// The kinds of availability in words.
import type { Availability } from '../../api/types.ts'

type Kind = Availability['kind']

/** `word` names a line, `hint` says what it does to a roster. */
export const kindWords: Readonly<Record<Kind, { word: string; short: string; hint: string }>> = {
  unavailable: { word: 'Not available', short: 'Not available', hint: 'No shift can be given at that time.' },
  available: {
    word: 'Available',
    short: 'Available',
    hint: 'On such a day only these times; the rest of the day is not available.',
  },
  preferred: {
    word: 'Prefers these times',
    short: 'Prefers',
    hint: 'A wish: on such a day rather these times than others; for a whole day, rather work than be off.',
  },
  unpreferred: { word: 'Rather not', short: 'Rather not', hint: 'A wish: it may still happen.' },
  'request-on': { word: 'Asks to work', short: 'Asks to work', hint: 'A wish for these days.' },
  'request-off': { word: 'Asks to be off', short: 'Asks to be off', hint: 'A wish to be free on these days.' },
}

/** In the order in which the form offers them. */
export const kinds = Object.keys(kindWords) as Kind[]

/** Wishes are weighed against each other; what is possible or not is not. */
export const isWish = (kind: Kind): boolean => kind !== 'available' && kind !== 'unavailable'
