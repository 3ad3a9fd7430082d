import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { folderHandler } from './folderHandler'

export interface Served {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string
  readonly server: Server
  close(): Promise<void>
}

/**
 * Serves a folder over http on the loopback address; see `folderHandler`.
 * A port of 0 is any free one; a port in use rejects with EADDRINUSE.
 */
export async function serveFolder(folder: string, port: number, connect: readonly string[] = []): Promise<Served> {
  const server = createServer(folderHandler(folder, connect))
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}/`,
    server,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
