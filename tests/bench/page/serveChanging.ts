import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerText, serveWithFaults } from '../../journeys/serveWithFaults'

/** How often the page reads the changing feed again. */
export const REFRESH_SECONDS = 4
const FEED = 'sites-5g'
/** Degrees; about 300 m, further than the reach of most sites. */
const MOVE = 0.003
const MOVED_SITES = 12

/** The built app with one feed that is read again every few seconds and can change while it is served. */
export interface ChangingServer {
  readonly url: string
  /** From the next reading on, a few more sites stand elsewhere. */
  moveSites(): void
  close(): Promise<void>
}

interface Feed {
  readonly features: { readonly geometry: { readonly coordinates: [number, number] } }[]
}

/** Serves the folder as it is, or, when `changes`, with sites that can move. */
export async function serveChanging(folder: string, changes: boolean): Promise<ChangingServer> {
  const server = await serveWithFaults(folder)
  const read = async (name: string) => JSON.parse(await readFile(join(folder, 'geodata', name), 'utf8'))
  const sites: Feed = await read(`${FEED}.geojson`)
  let moves = 0
  if (changes) {
    const catalog: { feeds: { id: string; refreshSeconds?: number }[] } = await read('catalog.json')
    for (const feed of catalog.feeds) if (feed.id === FEED) feed.refreshSeconds = REFRESH_SECONDS
    server.fault('/geodata/catalog.json', answerText(200, JSON.stringify(catalog)))
  }
  return {
    url: server.url,
    moveSites() {
      for (const { geometry } of sites.features.slice(moves * MOVED_SITES, (moves + 1) * MOVED_SITES)) {
        geometry.coordinates[0] += MOVE
      }
      moves += 1
      server.fault(`/geodata/${FEED}.geojson`, answerText(200, JSON.stringify(sites)))
    },
    close: () => server.close(),
  }
}
