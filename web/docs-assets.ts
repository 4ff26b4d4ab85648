// Puts Swagger UI's files, and the one script that starts it, below /docs of the build: the API's reference page at /api/docs
// loads them from our own host.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const files = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** No address bar for other documents, no validator badge: nothing that asks another host. */
const init = `window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#reference',
    deepLinking: true,
    validatorUrl: null,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
  })
})
`

/** Vite plugin: emits the reference page's static files. */
export const docsAssets = (): Plugin => ({
  name: 'docs-assets',
  apply: 'build',
  generateBundle() {
    for (const file of files) {
      this.emitFile({ type: 'asset', fileName: `docs/${file}`, source: readFileSync(join(swagger, file)) })
    }
    this.emitFile({ type: 'asset', fileName: 'docs/init.js', source: init })
  },
})
