import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** The Node that the project brings along: it runs TypeScript as it is. */
export const nodePath = join(projectRoot, 'node_modules', 'node', 'bin', 'node')
