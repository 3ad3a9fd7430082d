import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the baseline page, with source maps beside it, into a new temporary folder, and returns that folder. */
export async function buildBaseline(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'one-map-live-baseline-'))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./baseline/', import.meta.url)),
    base: './',
    logLevel: 'warn',
    mode: 'production',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, sourcemap: 'hidden' },
  })
  return folder
}
