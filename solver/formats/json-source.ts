// JSON text whose values remember their lines, so that a wrong value can be named by the line a person sees.
import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { LineError } from './reading.ts'

export type JsonSource =
  | { kind: 'parsed'; value: unknown; lineOf: (path: string) => number }
  | { kind: 'unusable'; errors: readonly LineError[] }

/**
 * Parses JSON. `lineOf` takes a path like "shifts[12].end" and answers the 1-based line of that value, or of its closest
 * parent that exists. Positions are worked out only when the text is wrong or a line is asked for.
 */
export function parseJsonSource(text: string): JsonSource {
  const source = text.replace(/^\uFEFF/, '')
  if (source.trim() === '') return { kind: 'unusable', errors: [{ line: 1, reason: 'the file is empty' }] }
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return { kind: 'unusable', errors: [whereBroken(source, error)] }
  }
  let root: ValueNode | undefined
  return {
    kind: 'parsed',
    value,
    lineOf: (path) => {
      root ??= parse(source, { mode: 'json' }).body
      return lineOfPath(root, path)
    },
  }
}

function whereBroken(source: string, error: unknown): LineError {
  try {
    parse(source, { mode: 'json' })
  } catch (positioned) {
    if (positioned instanceof Error && 'line' in positioned && typeof positioned.line === 'number')
      return { line: positioned.line, reason: `this is not JSON: ${positioned.message}` }
  }
  // The two parsers differ on control characters inside strings only; the first one's message stands then.
  return { line: 0, reason: `this is not JSON: ${error instanceof Error ? error.message : String(error)}` }
}

function lineOfPath(root: ValueNode, path: string): number {
  let node = root
  for (const [, key, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    let child: ValueNode | undefined
    if (node.type === 'Array') child = node.elements[Number(index ?? key)]?.value
    else if (node.type === 'Object')
      child = node.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === key)?.value
    if (!child) break
    node = child
  }
  return node.loc.start.line
}
