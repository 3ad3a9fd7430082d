import { bundledStandard } from '../catalog/bundledStandard'
import { parseCatalog } from '../catalog/parseCatalog'
import type { Catalog } from '../catalog/schema'
import { parseStandard } from '../catalog/standard'
import { evaluate } from '../core/indicators/evaluate'
import { evaluationMemory } from '../core/indicators/evaluationMemory'
import { explain } from '../core/indicators/explain'
import { feedsOfIndicator, needsReported } from '../core/indicators/feedsOfIndicator'
import { scopeArea } from '../core/indicators/scopeArea'
import { compilePredicate } from '../core/model/compileExpression'
import type { EvaluateInput, IndicatorResult } from '../core/model/evaluation'
import type { Expression } from '../core/model/expression'
import type { Standard } from '../core/model/standard'
import type { LocalText } from '../core/model/text'
import { sweepRow } from '../core/robustness/sweepRow'
import { admitFeed } from '../feeds/door/admitFeed'
import { boundsOfFeatures } from '../feeds/store/boundsOfFeatures'
import { createFeedStore, type StoredFeed } from '../feeds/store/createFeedStore'
import { describeFeature } from '../feeds/store/describeFeature'
import { allOf, everyFeature, type FeatureFilter } from '../feeds/store/featureFilter'
import { keepUnchanged } from '../feeds/store/keepUnchanged'
import { searchFeatures } from '../feeds/store/searchFeatures'
import { tableRows } from '../feeds/store/tableRows'
import { breakdownFeatures, totalFeatures } from '../feeds/store/tallyFeatures'
import { toMapGeoJson } from '../feeds/toMapGeoJson'
import { createJobs } from './createJobs'
import { createPause } from './createPause'
import type { Admission, CityEngine, EvaluateRequest } from './engineApi'
import { exportEvidence } from './exportEvidence'
import { keepSources } from './keepSources'
import { runSteps } from './runSteps'

interface OpenCity {
  readonly catalog: Catalog
  readonly standard: Standard
  readonly feedsByIndicator: Readonly<Record<string, readonly string[]>>
}

/** URL under which the map can read bytes, and the way to let go of it. */
export interface Publisher {
  publish(bytes: Uint8Array): string
  withdraw(url: string): void
}

/** The city's data and the answers from it; see `CityEngine`. A verb before `openCatalog` throws. */
export function createCityEngine({ publish, withdraw }: Publisher): CityEngine {
  const store = createFeedStore()
  const jobs = createJobs()
  const sources = keepSources()
  let memory = evaluationMemory()
  let open: OpenCity | null = null
  /** What the map reads of the last explanation. */
  let explainedUrls: readonly string[] = []
  const publishJson = (value: unknown) => publish(new TextEncoder().encode(JSON.stringify(value)))

  const city = (): OpenCity => {
    if (!open) throw new Error('no catalog is open')
    return open
  }

  const feedsWanted = (only: readonly string[] | undefined): Catalog['feeds'] => {
    const { catalog, feedsByIndicator } = city()
    const rows = only ?? Object.keys(feedsByIndicator)
    const wanted = new Set(rows.flatMap((row) => feedsByIndicator[row] ?? []))
    return catalog.feeds.filter((feed) => wanted.has(feed.id))
  }

  const inputOf = ({ scope, only, overrides }: EvaluateRequest): EvaluateInput => {
    const { catalog, standard } = city()
    const feeds = store.evaluable(feedsWanted(only))
    const {
      indicators,
      scopes,
      city: { bounds },
    } = catalog
    return { standard, indicators, scopes, feeds, scope, bounds, only, overrides }
  }

  const filterOf = (where: Expression | undefined, scope: string | null | undefined): FeatureFilter =>
    allOf(whereFilter(where), scopeFilter(scope))

  const scopeFilter = (id: string | null | undefined): FeatureFilter => {
    const definition = city().catalog.scopes.find((scope) => scope.id === id)
    const feed = definition && store.get(definition.feed)
    return definition && feed ? scopeArea(definition, feed).contains : everyFeature
  }

  /** Questions about a feed that has not come in have an empty answer: its card or table shows the feed's own state. */
  const featuresOf = (id: string): StoredFeed['features'] => store.get(id)?.features ?? []

  return {
    openCatalog(catalogBytes, standardBytes) {
      const read = standardBytes && parseStandard(new TextDecoder().decode(standardBytes))
      if (read && !read.ok) return { ok: false, faults: read.faults }
      const standard = read?.standard ?? bundledStandard()
      const parsed = parseCatalog(catalogBytes, standard)
      if (!parsed.ok) return { ok: false, faults: parsed.faults }
      const { catalog } = parsed
      const feedsByIndicator = feedsByRow(catalog, standard)
      open = { catalog, standard, feedsByIndicator }
      memory = evaluationMemory()
      sources.open(catalogBytes, standardBytes)
      return { ok: true, catalog, standard, feedsByIndicator }
    },

    admit(feedId, bytes) {
      const { catalog, feedsByIndicator } = city()
      const feed = catalog.feeds.find((candidate) => candidate.id === feedId)
      if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
      const admitted = admitFeed(bytes, feed, catalog.city)
      const previous = store.get(feedId)
      const measures = Object.values(feedsByIndicator).some((feeds) => feeds.includes(feedId))
      if (!admitted.ok) {
        if (measures && !previous) sources.keep(feedId, bytes, admitted)
        return { ok: false, reason: admitted.failure.reason }
      }
      // The same bytes again change nothing: the map keeps its URL and results stay as they are.
      if (previous?.report.sha256 === admitted.report.sha256) return admissionOf(previous)
      const { report } = admitted
      const features = previous ? keepUnchanged(previous.features, admitted.features) : admitted.features
      const { id, record, footprint } = feed
      const mapUrl = publish(toMapGeoJson(features))
      const stored: StoredFeed = { id, record, hasFootprint: footprint !== undefined, features, report, mapUrl }
      store.put(stored)
      if (measures) sources.keep(feedId, bytes, null)
      if (previous) withdraw(previous.mapUrl)
      return admissionOf(stored)
    },

    rows: (request) => tableRows(featuresOf(request.feed), filterOf(request.where, request.scope), request),

    feature(feedId, mapId) {
      const feed = store.get(feedId)
      const feature = store.feature(feedId, mapId)
      return feed && feature ? describeFeature(feedId, feed.record, feature) : null
    },

    find(feedId, id) {
      const feed = store.get(feedId)
      const feature = store.find(feedId, id)
      return feed && feature ? describeFeature(feedId, feed.record, feature) : null
    },

    search(text, limit) {
      const matches = [...store.all()].flatMap((feed) =>
        searchFeatures(feed.features, text, limit).map((match) => ({ ...match, feed })),
      )
      return matches
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ feature, feed }) => {
          const { mapId, id, record, name, at } = describeFeature(feed.id, feed.record, feature)
          return { feed: feed.id, mapId, id, name: name ?? id, record, at }
        })
    },

    scopeBounds(id) {
      const scope = city().catalog.scopes.find((candidate) => candidate.id === id)
      return scope ? boundsOfFeatures(featuresOf(scope.feed).filter(whereFilter(scope.where))) : null
    },

    breakdown: ({ feed, by, where, scope }) => breakdownFeatures(featuresOf(feed), filterOf(where, scope), by),

    total: ({ feed, sum, where, scope }) =>
      store.get(feed) ? totalFeatures(featuresOf(feed), filterOf(where, scope), sum) : null,

    evaluate: (request, progress) =>
      jobs.run(request.job, async (check) => {
        const { standard } = city()
        const wanted = standard.rows.filter((row) => !request.only || request.only.includes(row.id))
        const indicators: IndicatorResult[] = []
        let dataTime: number | null = null
        const { pause } = createPause()
        for (const [done, row] of wanted.entries()) {
          check()
          const part = evaluate(inputOf({ ...request, only: [row.id] }), memory)
          indicators.push(...part.indicators)
          if (part.dataTime !== null) dataTime = Math.min(dataTime ?? part.dataTime, part.dataTime)
          progress?.(done + 1, wanted.length)
          await pause() // Between rows, questions of the page are answered.
        }
        sources.pack().catch(() => {}) // Evidence that needs a file that cannot be packed says so.
        return { scope: request.scope, dataTime, indicators }
      }),

    robustness: ({ scope, indicator, overrides, job }, progress) =>
      jobs.run(job, async (check) => {
        const row = city().standard.rows.find(({ id }) => id === indicator)
        if (!row) throw new Error(`no row ${indicator} in the standard`)
        const evaluateRow = (input: EvaluateInput): IndicatorResult => evaluate(input, memory).indicators[0]!
        const input = inputOf({ scope, only: [indicator], overrides })
        return runSteps(sweepRow({ input, row, evaluateRow }), { check, progress })
      }),

    cancel: jobs.cancel,

    explain({ scope, indicator, metric, overrides }) {
      const input = inputOf({ scope, only: [indicator], overrides })
      const { gaps, footprints, ...explained } = explain(input, indicator, metric, memory)
      for (const url of explainedUrls) withdraw(url)
      const gapsUrl = publishJson(gaps)
      const footprintsUrl = footprints && publishJson({ type: 'Feature', properties: {}, geometry: footprints })
      explainedUrls = [gapsUrl, ...(footprintsUrl === null ? [] : [footprintsUrl])]
      const names: Record<string, LocalText> = {}
      for (const { feed, id, mapId } of explained.subjects) {
        const { name, name_en } = store.feature(feed, mapId)?.properties ?? {}
        if (typeof name === 'string') names[id] = { zh: name, en: typeof name_en === 'string' ? name_en : undefined }
      }
      const gapArea = gaps.features.reduce((sum, gap) => sum + Number(gap.properties?.area_m2 ?? 0), 0)
      return { ...explained, gapsUrl, footprintsUrl, gapCount: gaps.features.length, gapArea, names }
    },

    evidence({ scope, indicator, overrides, catalogUrl }) {
      const input = inputOf({ scope, only: [indicator], overrides })
      return exportEvidence({ catalog: city().catalog, catalogUrl, input, sources })
    },
  }
}

function admissionOf({ features, report, mapUrl }: StoredFeed): Admission {
  const properties = new Set<string>()
  for (const feature of features) for (const name of Object.keys(feature.properties)) properties.add(name)
  return { ok: true, report, mapUrl, bounds: boundsOfFeatures(features), properties: [...properties] }
}

/** Feeds each row of the standard reads: its metrics', its scopes', and the reported ones where a metric has no definition. */
function feedsByRow({ indicators, scopes, feeds }: Catalog, { rows }: Standard): OpenCity['feedsByIndicator'] {
  const reported = feeds.filter((feed) => feed.record === 'reported').map((feed) => feed.id)
  return Object.fromEntries(
    rows.map((row) => {
      const definition = indicators.find((indicator) => indicator.id === row.id)
      const measured = definition ? feedsOfIndicator(definition, scopes) : []
      return [row.id, [...measured, ...(needsReported(row, definition) ? reported : [])]]
    }),
  )
}

function whereFilter(where: Expression | undefined): FeatureFilter {
  if (where === undefined) return everyFeature
  const predicate = compilePredicate(where)
  if (!predicate.ok) throw new Error(predicate.error)
  return (feature) => predicate.evaluate(feature) === true
}
