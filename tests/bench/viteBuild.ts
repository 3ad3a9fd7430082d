import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds a page as it is published, with source maps beside it, into a new temporary folder, and returns that folder.
 * `source` is the folder of the page's `vite.config.ts`. What the build says goes to standard error.
 */
export async function viteBuild(source: string, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `one-map-${name}-`))
  const asked = ['build', source, '--outDir', folder, '--emptyOutDir', '--sourcemap', 'hidden', '--logLevel', 'warn']
  const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...asked], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const code = await new Promise((done, fail) => {
    vite.once('error', fail)
    vite.once('exit', done)
  })
  if (code !== 0) throw new Error(`the build ended with ${code}`)
  return folder
}
