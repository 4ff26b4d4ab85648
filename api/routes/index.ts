// Every resource of /api/v1, one line each.
import { live } from './live.ts'
import { me } from './me.ts'
import type { Resource } from './resource.ts'

export const resources: readonly Resource[] = [me, live]
