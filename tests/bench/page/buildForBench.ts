import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Builds the app as it is published, with source maps beside it, into a new temporary folder, and returns that folder. */
export async function buildForBench(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'one-map-page-bench-'))
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({
    root,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, sourcemap: 'hidden' },
  })
  process.env.NODE_ENV = NODE_ENV
  return folder
}
