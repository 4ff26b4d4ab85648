// Gives the contract's schemas names in the OpenAPI document, so that generated clients have types worth reading.
import { zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import * as z from 'zod'
import * as certifications from '../contract/certifications.ts'
import * as demand from '../contract/demand.ts'
import * as envelope from '../contract/envelope.ts'
import * as heads from '../contract/heads.ts'
import * as me from '../contract/me.ts'
import * as people from '../contract/people.ts'
import * as places from '../contract/places.ts'
import * as rostering from '../contract/rostering.ts'
import * as structure from '../contract/structure.ts'
import * as workforce from '../contract/workforce.ts'

/** `rosterSchema` becomes `Roster`, `rosterCreate` becomes `RosterCreate`. */
const componentName = (exportName: string): string => {
  const short = exportName.replace(/Schema$/, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}

const exported = [
  ...Object.entries(certifications),
  ...Object.entries(demand),
  ...Object.entries(envelope),
  ...Object.entries(heads),
  ...Object.entries(me),
  ...Object.entries(people),
  ...Object.entries(places),
  ...Object.entries(rostering),
  ...Object.entries(structure),
  ...Object.entries(workforce),
]

/** Every object and union the contract exports is named after its export. Idempotent. */
export const nameSchemas = (): void => {
  for (const [name, value] of exported) {
    if (!(value instanceof z.ZodObject || value instanceof z.ZodDiscriminatedUnion)) continue
    zodToOpenAPIRegistry.add(value, { _internal: { refId: componentName(name) } })
  }
}
