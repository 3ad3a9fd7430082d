import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { bundleBudget } from '#cli/build/bundleBudget.ts'
import { copyGeodata } from '#cli/build/copyGeodata.ts'
import { leanMapLibre } from '#cli/build/leanMapLibre.ts'
import { leanProj4 } from '#cli/build/leanProj4.ts'

/** All paths are relative, so the built app runs under any sub-path. */
export default defineConfig({
  base: './',
  plugins: [
    leanMapLibre(),
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'serviceWorker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: { globPatterns: ['**/*.{html,js,mjs,css,svg,woff2}'], maximumFileSizeToCacheInBytes: 4_000_000 },
    }),
    bundleBudget(),
    copyGeodata(),
  ],
  worker: { format: 'es', plugins: () => [leanMapLibre(), leanProj4()] },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500, sourcemap: false },
  test: {
    // On two cores vitest would keep one idle. Journeys wait more than they compute: two files at a time take half as long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['tests/city/allProtocols.ts'],
          include: [
            'src/**/*.test.ts',
            'seeds/**/*.test.ts',
            'tests/contracts/**/*.test.ts',
            'tests/fuzz/**/*.test.ts',
            'tests/bench/**/*.test.ts',
            'tests/cases/**/*.test.ts',
            'tests/gallery/**/*.test.ts',
            'tests/mutate/**/*.test.ts',
            'tests/walls/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/city/setupViews.ts', 'tests/city/allProtocols.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.journey.ts'],
          globalSetup: ['tests/journeys/serveBuiltApp.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
