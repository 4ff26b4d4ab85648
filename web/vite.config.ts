// Builds the static client into web/dist; `vite --config web/vite.config.ts` serves it with the API behind MUSTER_API_URL.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { docsAssets } from './docs-assets.config.ts'

const apiUrl = process.env.MUSTER_API_URL ?? 'http://127.0.0.1:8787'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), docsAssets()],
  // Small assets become data: URLs by default, which the page's policy (`default-src 'self'`) refuses.
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  // Only what the API serves: the client's own modules lie below /api/ as well.
  server: {
    host: '127.0.0.1',
    proxy: { '^/api/(v1/|auth/|health|docs|openapi)': { target: apiUrl, ws: true, headers: { origin: apiUrl } } },
  },
})
