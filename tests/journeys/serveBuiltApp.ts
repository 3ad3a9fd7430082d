import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { serveFolder } from '#cli/serveFolder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app. */
    readonly appUrl: string
    /** Folder it is served from. */
    readonly appFolder: string
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds the app once and serves it for all journeys. `JOURNEYS_REUSE_BUILD` takes an earlier build instead: `1` the one in
 * `dist`, else the folder it names.
 */
export default async function serveBuiltApp(project: TestProject): Promise<() => Promise<void>> {
  const reused = process.env.JOURNEYS_REUSE_BUILD
  if (!reused) await build()
  const folder = reused && reused !== '1' ? resolve(reused) : `${root}dist`
  const served = await serveFolder(folder, 0)
  project.provide('appUrl', served.url)
  project.provide('appFolder', folder)
  return () => served.close()
}

function build(): Promise<void> {
  return new Promise((done, fail) => {
    const vite = spawn(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    vite.once('error', fail)
    vite.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the build ended with ${code}`))))
  })
}
