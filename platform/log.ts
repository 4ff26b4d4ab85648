type Fields = Record<string, unknown>

/** One line of the log before it is written. */
export interface LogLine extends Fields {
  level: 'info' | 'warn' | 'error'
  event: string
}

const secretName = /passw|secret|token|authorization|cookie|api.?key|dsn|database.?url/i
const withheld = '[withheld]'

/**
 * A log of structured JSON lines. What looks like a secret by its name, and credentials inside addresses, are withheld;
 * an error gives its name, message and code. `write` gets one line without line end.
 */
export function jsonLog(service: string, write: (line: string, level: LogLine['level']) => void = toConsole) {
  const put = (level: LogLine['level'], event: string, fields: Fields = {}) => {
    const line: Fields = { at: new Date().toISOString(), level, service, event, ...fields }
    write(JSON.stringify(line, safe), level)
  }
  return {
    info: (event: string, fields?: Fields) => put('info', event, fields),
    warn: (event: string, fields?: Fields) => put('warn', event, fields),
    error: (event: string, fields?: Fields) => put('error', event, fields),
  }
}

function safe(name: string, value: unknown): unknown {
  if (secretName.test(name)) return withheld
  if (typeof value === 'string') return value.replace(/(\w+:\/\/)[^\s/@]+@/g, `$1${withheld}@`)
  if (typeof value === 'bigint') return value.toString()
  if (!(value instanceof Error)) return value
  return {
    name: value.name,
    message: value.message,
    code: 'code' in value ? value.code : undefined,
    cause: value.cause,
  }
}

function toConsole(line: string, level: LogLine['level']): void {
  if (level === 'error') console.error(line)
  else if (level === 'warn') console.warn(line)
  else console.log(line)
}
