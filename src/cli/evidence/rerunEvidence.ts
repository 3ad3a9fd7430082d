import { computeIndicators } from '../indicators/computeIndicators'
import { MANIFEST } from '../indicators/evidenceFiles'
import type { Language } from '../indicators/parseArguments'
import type { ReadEvidence } from './evidenceSchema'
import { fileKey } from './unpackEmbedded'

export type Rerun =
  | { readonly ok: true; readonly tree: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly faults: readonly string[] }

/** An address under which nothing is read but the files inside the evidence. */
const CATALOG_URL = 'evidence://embedded/catalog.json'

/**
 * Computes the row again by the code of the command line, from the files inside the evidence alone, in the recorded scope
 * and with the recorded overrides. What cannot be read or measured makes the row unknown, as in a page.
 */
export async function rerunEvidence(
  evidence: ReadEvidence,
  files: ReadonlyMap<string, Uint8Array>,
  language: Language,
): Promise<Rerun> {
  const computed = await computeIndicators(
    {
      catalog: evidence.catalog.location,
      scope: evidence.scope,
      only: [evidence.indicator.id],
      overrides: evidence.set.map(({ indicator, metric, parameter, value }) => ({
        indicator,
        metric,
        parameter,
        value,
      })),
      partial: false,
      evidence: '',
      gaps: undefined,
      language,
    },
    CATALOG_URL,
    async (url, feed) => {
      const key = feed !== undefined ? fileKey('feed', feed) : url === CATALOG_URL ? 'catalog' : 'standard'
      const bytes = files.get(key)
      if (!bytes) throw new Error('not inside the evidence')
      return bytes
    },
    {
      like: 'page',
      now: momentsOf(evidence),
      plan: evidence.plan && new TextEncoder().encode(JSON.stringify(evidence.plan)),
      written: new Set(evidence.feeds.flatMap(({ id, reconstructed }) => (reconstructed ? [id] : []))),
    },
  )
  if (!computed.ok) return computed
  const file = computed.evidence?.find(({ name }) => name !== MANIFEST)
  return file ? { ok: true, tree: withStatements(JSON.parse(file.text), evidence) } : { ok: false, faults: ['no row'] }
}

/** The moments its times were judged by. Where none is recorded every time counted, but for the years that say there is none. */
function momentsOf({ now, feeds }: ReadEvidence) {
  const own = feeds.flatMap(({ id, now: at }) => (at === undefined ? [] : [[id, Date.parse(at)] as const]))
  return { row: now ? Date.parse(now) : LATEST, feeds: new Map(own) }
}

const LATEST = Date.UTC(9998, 0)

/**
 * What was said of the moment, and of which feeds were written for it, cannot be computed again: it stands as recorded. So
 * does the plan, whose changes of feeds that the row does not rest on are not made again.
 */
function withStatements(
  computed: Readonly<Record<string, unknown>>,
  { version, past, plan, feeds, now }: ReadEvidence,
): Readonly<Record<string, unknown>> {
  const { now: _, ...timeless } = computed
  const dated = now === undefined ? timeless : computed
  const tree = plan ? { ...dated, plan } : dated
  if (!past) return tree
  const written = new Set(feeds.flatMap(({ id, reconstructed }) => (reconstructed ? [id] : [])))
  const read = Array.isArray(tree.feeds) ? tree.feeds : []
  return {
    ...tree,
    version,
    past,
    feeds: read.map((feed) => (written.has(feed.id) ? { ...feed, reconstructed: true } : feed)),
  }
}
