// One embedded stack for all tests of the project `stack`: real Postgres, Redis, gateways and both Workers, in a temporary
// folder on free ports. Tests read it with `inject('stack')` and make users and organisations of their own.
import type { TestProject } from 'vitest/node'
import { type Stack, startStack } from '../local/stack.ts'
import { temporaryData } from '../local/temporary-data.ts'

/** What tests are told of the stack; they live in other processes. `appUrl` and `authUrl` log in as the Workers' roles. */
export type StackAddress = Pick<Stack, 'url' | 'ownerUrl' | 'appUrl' | 'authUrl' | 'neonProxy'>

declare module 'vitest' {
  export interface ProvidedContext {
    stack: StackAddress
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { dataDir, remove } = temporaryData()
  const { url, ownerUrl, appUrl, authUrl, neonProxy, stop } = await startStack({ dataDir, limitScale: 100 })
  project.provide('stack', { url, ownerUrl, appUrl, authUrl, neonProxy })
  return async () => {
    await stop()
    remove()
  }
}
