import type { Publisher } from './EngineContext'

/** Questions whose answers stay published; of more, those asked longest ago are withdrawn. */
const KEPT = 8

/** Publishes what is worked out for the map: the URL for a question stays until its answer, the text of GeoJSON, is another. */
export function keptPublisher({ publish, withdraw }: Publisher): (question: string, text: string) => string {
  const published = new Map<string, { readonly text: string; readonly url: string }>()
  return (question, text) => {
    const known = published.get(question)
    published.delete(question)
    const entry = known?.text === text ? known : { text, url: publish(() => new TextEncoder().encode(text)) }
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
