import type { HotCell } from '#core/cases/hotSpots.ts'
import type { Publisher } from '../EngineContext'

/** Questions whose cells stay published; of more, those asked longest ago are withdrawn. */
const KEPT = 8

/** Publishes cells for the map: the URL for a question stays until its cells change. */
export function createCellPublisher({ publish, withdraw }: Publisher) {
  const published = new Map<string, { readonly text: string; readonly url: string }>()

  return (question: string, cells: readonly HotCell[]): string => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: cells.map(drawnCell) })
    const known = published.get(question)
    published.delete(question)
    const entry = known?.text === text ? known : { text, url: publish(new TextEncoder().encode(text)) }
    published.set(question, entry)
    if (known && known !== entry) withdraw(known.url)
    for (const [oldest, { url }] of published) {
      if (published.size <= KEPT) break
      published.delete(oldest)
      withdraw(url)
    }
    return entry.url
  }
}

const drawnCell = ({ ring, now, usual, score, topClass }: HotCell) => ({
  type: 'Feature',
  properties: { now, usual, score, class: topClass },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
