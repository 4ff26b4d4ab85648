// Prints a Worker's name, entry, bindings and vars as its wrangler.toml gives them: `node worker-options.ts CONFIG`.
// A process of its own, because reading them takes the whole of wrangler (150 MB), which nothing else here needs.
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler'

const configPath = process.argv[2]
if (!configPath) throw new Error('The path of a wrangler.toml is missing.')
const { name, vars } = unstable_readConfig({ config: configPath })
const { workerOptions, main } = unstable_getMiniflareWorkerOptions(configPath)
// Bindings hold what a .dev.vars file says: secrets, which must not be written to the build.
const { bindings: _withheld, rootPath: _unused, ...options } = workerOptions
process.stdout.write(JSON.stringify({ name, entry: main, vars, options }))
