import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { folderHandler } from '#cli/folderHandler.ts'

/** A server of the built app whose answers to single paths can be broken and mended while it runs. */
export interface FaultyServer {
  readonly url: string
  /** Answers this path (`/geodata/x.geojson`) with the listener from now on. */
  fault(path: string, listener: RequestListener): void
  /** Answers it again as it is. */
  mend(path: string): void
  close(): Promise<void>
}

export async function serveWithFaults(folder: string): Promise<FaultyServer> {
  const whole = folderHandler(folder)
  const faults = new Map<string, RequestListener>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = faults.get(pathname) ?? whole
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    fault: (path, listener) => void faults.set(path, listener),
    mend: (path) => void faults.delete(path),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export const answerText =
  (status: number, text: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/geo+json; charset=utf-8' }).end(text)
  }
