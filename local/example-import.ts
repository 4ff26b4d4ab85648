import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { meSchema } from '../api/contract/me.ts'
import { contractSchema } from '../api/contract/people.ts'
import { importKinds, importPreview, organisationSchema, ruleSettingSchema } from '../api/contract/workforce.ts'
import type { ApiClient } from './api-client.ts'
import { projectRoot } from './project.ts'

export type ExampleName = 'hospital' | 'security'

const settingsSchema = z.object({
  name: z.string(),
  zone: z.string(),
  weekStart: z.int(),
  period: z.object({ start: z.string(), days: z.int() }),
  rules: z.array(ruleSettingSchema),
  /** By contract code, what the columns of contracts.csv cannot say. */
  contractRules: z.record(z.string(), z.array(ruleSettingSchema)).default({}),
})
export type ExampleSettings = z.output<typeof settingsSchema>

const folderOf = (example: ExampleName): string => join(projectRoot, 'examples', example)

/** `settings.json` of an example. */
export const readExampleSettings = (example: ExampleName): ExampleSettings =>
  settingsSchema.parse(JSON.parse(readFileSync(join(folderOf(example), 'settings.json'), 'utf8')))

/** The example's CSV files as an import request takes them. */
const readExampleFiles = (
  example: ExampleName,
): { kind: (typeof importKinds)[number]; filename: string; content: string }[] =>
  importKinds.flatMap((kind) => {
    const path = join(folderOf(example), `${kind}.csv`)
    return existsSync(path) ? [{ kind, filename: `${kind}.csv`, content: readFileSync(path, 'utf8') }] : []
  })

/**
 * Brings an example into an organisation of the signed-in user, which is founded when there is none of that name, and makes it
 * the client's: settings, rules and all files. Run again it changes nothing. Answers the organisation's id. Errors: Refusal.
 */
export const importExample = async (client: ApiClient, example: ExampleName): Promise<string> => {
  const settings = readExampleSettings(example)
  client.organisationId = null
  const { organisations } = await client.call(meSchema, 'GET', '/me')
  const known = organisations.find(({ name }) => name === settings.name)
  const { name, zone, weekStart } = settings
  client.organisationId =
    known?.id ??
    (await client.call(organisationSchema, 'POST', '/organisations', { body: { name, zone, weekStart } })).id
  await client.call(importPreview, 'POST', '/imports', { body: { files: readExampleFiles(example) } })
  await applyRules(client, settings)
  return client.organisationId
}

/** Rules are replaced only where they differ, so that a second run leaves versions alone. */
const applyRules = async (client: ApiClient, { rules, contractRules }: ExampleSettings): Promise<void> => {
  const organisation = await client.call(organisationSchema, 'GET', '/organisation')
  if (!isSame(organisation.rules, rules)) {
    await client.call(organisationSchema, 'PATCH', '/organisation', { body: { rules }, version: organisation.version })
  }
  const contracts = await client.call(z.array(contractSchema), 'GET', '/contracts?limit=500')
  for (const contract of contracts) {
    const wanted = mergeRules(contract.rules, contractRules[contract.code] ?? [])
    if (isSame(contract.rules, wanted)) continue
    const path = `/contracts/${contract.id}`
    await client.call(contractSchema, 'PATCH', path, { body: { rules: wanted }, version: contract.version })
  }
}

type RuleSetting = z.output<typeof ruleSettingSchema>

/** `added` replaces what is there of the same rule. */
const mergeRules = (rules: RuleSetting[], added: RuleSetting[]): RuleSetting[] => [
  ...rules.filter(({ rule }) => !added.some((setting) => setting.rule === rule)),
  ...added,
]

const isSame = (a: RuleSetting[], b: RuleSetting[]): boolean => canonical(a) === canonical(b)

/** JSON with sorted keys: the database does not keep their order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
