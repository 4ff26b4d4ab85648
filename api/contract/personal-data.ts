// What the law gives a person: a copy of their data, and its end (GDPR, articles 15, 17 and 20).
import * as z from 'zod'

const row = z.record(z.string(), z.unknown())

/** Columns as the database names them, so that nothing that is held is left out by an oversight of words. */
export const personalDataSchema = z.object({
  writtenAt: z.iso.datetime(),
  employee: row,
  /** By the kind of record; each holds the rows that are about this person. */
  records: z.record(z.string(), z.array(row)),
})
/** The personnel number once more: erasing cannot be undone. */
export const personalDataErase = z.strictObject({ number: z.string().min(1).max(64) })
export const organisationDelete = z.strictObject({
  /** The organisation's name, typed: deleting cannot be undone. */
  name: z.string().min(1).max(200),
})
