import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type FaultyServer, serveWithFaults } from './serveWithFaults'

/** The built app with the catalog and feeds of a case in `tests/cases` in place of its own. */
export async function serveCase(app: string, name: string): Promise<FaultyServer> {
  const folder = fileURLToPath(new URL(`../cases/${name}/`, import.meta.url))
  const server = await serveWithFaults(app)
  for (const file of await readdir(folder)) {
    if (!/json$/.test(file)) continue
    const body = await readFile(`${folder}${file}`)
    server.fault(`/geodata/${file}`, (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(body)
    })
  }
  return server
}
