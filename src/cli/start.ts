/**
 * `npm start`: builds the app and serves it on the loopback address. Standard output is one line, the address; what the
 * build says goes to standard error. `PORT` chooses the port (else 4173, else any free one); `CONNECT` lists further
 * origins, separated by spaces, whose catalogs may be loaded.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Served, serveFolder } from './serveFolder'

const PREFERRED_PORT = 4173
const root = fileURLToPath(new URL('../../', import.meta.url))

function build(): Promise<void> {
  return new Promise((done, fail) => {
    const vite = spawn(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build'], {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
    })
    vite.once('error', fail)
    vite.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the build ended with ${code}`))))
  })
}

async function serve(): Promise<Served> {
  const connect = process.env.CONNECT?.split(/\s+/).filter(Boolean) ?? []
  const wanted = process.env.PORT
  if (wanted !== undefined) {
    const port = Number(wanted)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is ${wanted}, not a port number`)
    return serveFolder(`${root}dist`, port, connect)
  }
  try {
    return await serveFolder(`${root}dist`, PREFERRED_PORT, connect)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return serveFolder(`${root}dist`, 0, connect)
    throw error
  }
}

try {
  await build()
  const { url } = await serve()
  process.stdout.write(`${url}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
