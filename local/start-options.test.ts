import { expect, test } from 'vitest'
import { readStartOptions } from './start-options.ts'

test('without arguments: port 8787, the folder .muster, nothing deleted, the demo filled', () => {
  expect(readStartOptions([], {})).toMatchObject({
    port: 8787,
    reset: false,
    help: false,
    hasDemo: true,
    databaseUrl: undefined,
  })
  expect(readStartOptions([], {}).dataDir).toMatch(/\.muster$/)
})

test('arguments and environment are taken over', () => {
  const env = { MUSTER_DATA: '/data', DATABASE_URL: 'postgres://h/d', REDIS_URL: 'redis://h' }
  expect(readStartOptions(['--port', '9000', '--no-demo'], env)).toMatchObject({
    port: 9000,
    hasDemo: false,
    dataDir: '/data',
    databaseUrl: 'postgres://h/d',
    redisUrl: 'redis://h',
  })
})

test.each([
  [['--port', 'many'], {}, /--port many is no port/],
  [['--port', '70000'], {}, /--port 70000 is no port/],
  [['--prot', '1'], {}, /--prot.*npm start -- --help/],
  [['extra'], {}, /extra.*npm start -- --help/],
  [['--reset'], { DATABASE_URL: 'postgres://h/d' }, /--reset empties the embedded database only/],
])('%j is refused with its name and the way out', (args, env, sentence) => {
  expect(() => readStartOptions(args, env)).toThrow(sentence)
})
