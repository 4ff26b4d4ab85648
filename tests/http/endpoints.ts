// The endpoints of the document, for tests that walk all of them.
import { inject } from 'vitest'
import type { Answer, Client } from './client.ts'
import { bodies } from './records.ts'

type Operation = {
  requestBody?: { content: { 'application/json'?: unknown } }
  parameters?: { name: string; in: string; schema: { enum?: string[] }; required?: boolean }[]
}
export type Endpoint = { method: string; path: string; operation: Operation }

/** Every endpoint there is, as the running server documents it. */
export const readEndpoints = async (): Promise<Endpoint[]> => {
  const response = await fetch(`${inject('stack').url}/api/openapi.json`)
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

/** A period in which records of tests lie. */
const days: Readonly<Record<string, string>> = { from: '2027-03-01', to: '2027-03-28' }

/** Calls one with an id, a well-formed body (fields that it has take their values from `instead`) and what its query must have. */
export const callEndpoint = (
  client: Client,
  { method, path, operation }: Endpoint,
  id: string,
  headers: Record<string, string> = {},
  instead: Readonly<Record<string, unknown>> = {},
  version = 1,
): Promise<Answer> => {
  const query = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${schema.enum?.[0] ?? days[name] ?? ''}`)
    .join('&')
  const body = operation.requestBody ? { body: withInstead(bodies()[path.replace('/api/v1', '')] ?? {}, instead) } : {}
  return client.send(method, `${path.replace('{id}', id)}${query ? `?${query}` : ''}`, { ...body, version, headers })
}

const withInstead = (body: object, instead: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, instead[name] ?? value]))
