import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { barePlatform } from '../tests/bare-platform.ts'

const app = createApp(barePlatform())
const document = (await (await app.request('/api/openapi.json')).json()) as {
  openapi: string
  paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown>; operationId?: string }>>
  components: { schemas: Record<string, unknown> }
}
const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
  Object.keys(byMethod).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
)
/** Served, but no part of what a client programs against. */
const undocumented = new Set(['GET /api/openapi.json', 'GET /api/docs'])

test('every route of the app stands in the document, and nothing else', () => {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.length > 1 ? path.replace(/\/$/, '') : path}`)
  const served = new Set(routes.filter((route) => !undocumented.has(route)))
  expect([...served].sort()).toEqual([...new Set(operations)].sort())
})

test("the document and the contract's table name the same endpoints", () => {
  const table = endpointsOfTable(readFileSync(new URL('../contract/README.md', import.meta.url), 'utf8'))
  const documented = operations.filter((operation) => !operation.includes('/api/auth/'))
  expect(table.filter((endpoint) => !undocumented.has(endpoint)).sort()).toEqual(documented.sort())
})

test('is OpenAPI 3.1 with a summary everywhere, and every reference leads somewhere', () => {
  expect(document.openapi).toBe('3.1.0')
  for (const byMethod of Object.values(document.paths)) {
    for (const operation of Object.values(byMethod)) expect(operation.summary).toBeTruthy()
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(10)
  for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name)
})

/**
 * Reads the first column of the table: methods and paths in code spans, with braces, `/:id` and `{same}` spelled out.
 * A query string in the table describes, and is cut off.
 */
function endpointsOfTable(markdown: string): string[] {
  const cells = [...markdown.matchAll(/^\| (`(?:[^|\\]|\\.)+?) +\| /gm)].map(([, cell]) =>
    (cell ?? '').replaceAll('\\|', '|'),
  )
  let braces = ''
  return cells.flatMap((cell) => {
    const known = /\{[^}]+,[^}]+\}/.exec(cell)?.[0]
    if (known) braces = known
    let methods: string[] = []
    let base = ''
    return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, span = '']) => {
      const [, names, path = span] = /^([A-Z]+(?:, [A-Z]+)*) (.+)$/.exec(span) ?? []
      if (names) methods = names.split(', ')
      if (path.startsWith('/api/auth')) return []
      const full = path.startsWith('/api') ? path : `${base.slice(0, base.lastIndexOf('/'))}${path}`
      base = full
      return expand(full.replace('{same}', braces).replace(/\?.*$/, '')).flatMap((one) =>
        methods.map((method) => `${method} ${one}`),
      )
    })
  })
}

function expand(path: string): string[] {
  const list = /\{([^}]+)\}/.exec(path)
  return list ? (list[1] ?? '').split(',').map((name) => path.replace(list[0], name)) : [path]
}
