// Puts Swagger UI's files, and the one script that starts it, below /docs of the build: the API's reference page at /api/docs
// loads them from our own host.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const files = {
  'swagger-ui.css': import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
}

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
    for (const [file, url] of Object.entries(files)) {
      this.emitFile({ type: 'asset', fileName: `docs/${file}`, source: readFileSync(new URL(url)) })
    }
    this.emitFile({ type: 'asset', fileName: 'docs/init.js', source: init })
  },
})
