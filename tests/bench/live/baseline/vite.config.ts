import { defineConfig } from 'vite'

/** As the app is built, so that the map's worker and its policy are the same. */
export default defineConfig({
  base: './',
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
})
