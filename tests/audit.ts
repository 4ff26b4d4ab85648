// Known holes in what is shipped: `npm audit` of the dependencies that run. High and critical ones fail; where the registry
// answers no audits (offline, a mirror), that is said, because nothing was judged then.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

type Report = {
  error?: { summary?: string }
  message?: string
  vulnerabilities?: Record<string, { severity: string; via: (string | { title?: string })[] }>
}
type Verdict = { kind: 'sound' } | { kind: 'unjudged'; reason: string } | { kind: 'holes'; holes: string[] }

const grave = new Set(['high', 'critical'])

/** What a report of `npm audit --json` says. Anything but a list of vulnerabilities is no judgement. */
export const judgeAudit = (text: string): Verdict => {
  const report = parsed(text)
  if (report?.vulnerabilities === undefined) {
    const reason = report?.message ?? report?.error?.summary ?? (text.trim().split('\n')[0] || 'no answer')
    return { kind: 'unjudged', reason }
  }
  const holes = Object.entries(report.vulnerabilities)
    .filter(([, { severity }]) => grave.has(severity))
    .map(([name, { severity, via }]) => `${name} (${severity}): ${via.map(titleOf).join('; ')}`)
  return holes.length === 0 ? { kind: 'sound' } : { kind: 'holes', holes }
}

const titleOf = (via: string | { title?: string }): string =>
  typeof via === 'string' ? `through ${via}` : (via.title ?? '')

const parsed = (text: string): Report | null => {
  try {
    return JSON.parse(text) as Report
  } catch {
    return null
  }
}

if (import.meta.main) {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=10000']
  const { stdout } = spawnSync('npm', args, { cwd, encoding: 'utf8', timeout: 30_000 })
  const verdict = judgeAudit(stdout ?? '')
  if (verdict.kind === 'unjudged')
    console.log(`- audit: not judged, the registry answers no audits (${verdict.reason})`)
  if (verdict.kind === 'holes') for (const hole of verdict.holes) console.log(`✗ audit: ${hole}`)
  process.exitCode = verdict.kind === 'holes' ? 1 : 0
}
