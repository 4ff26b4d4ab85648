// JSON bodies: no deeper than anybody needs, so that nobody can exhaust the stack of what reads them.
import type { MiddlewareHandler } from 'hono'
import { Invalid } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

/** Levels of brackets; the deepest body of the contract has six. */
const depthMax = 32

/** Greatest nesting of arrays and objects in a JSON text; brackets inside strings do not count. Linear, no parsing. */
const jsonDepth = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (inString) {
      if (char === 0x5c) i++
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (char === 0x7b || char === 0x5b) {
      depth++
      if (depth > deepest) deepest = depth
    } else if (char === 0x7d || char === 0x5d) depth--
  }
  return deepest
}

/** Reads a JSON body once and refuses broken or absurdly nested ones; validators find it cached. */
export const limitJson: MiddlewareHandler<AppEnv> = async (c, next) => {
  const hasBody = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  if (hasBody && /^application\/([\w.-]+\+)?json\b/i.test(c.req.header('Content-Type') ?? '')) {
    const text = await c.req.text()
    if (jsonDepth(text) > depthMax) {
      throw new Invalid('bad_request', `The JSON body is nested deeper than ${depthMax} levels. Flatten it.`)
    }
    try {
      await c.req.json()
    } catch (error) {
      throw new Invalid(
        'bad_request',
        `The body is not valid JSON (${error instanceof Error ? error.message : error}).`,
      )
    }
  }
  await next()
}
