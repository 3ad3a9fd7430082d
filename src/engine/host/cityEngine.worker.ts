import '#catalog/zodWithoutEval.ts'
import { expose } from 'comlink'
import { loadProtocols } from '#feeds/protocols/registry.ts'
import { createCityEngine } from '../createCityEngine'
import type { CityEngine, OpenedCatalog } from '../engineApi'
import { beatWhenAsked } from './beat'
import { browserSurroundings } from './browserSurroundings'
import { carryReasons } from './carryReasons'

/** A map may still be reading an URL when its successor is published. */
const GRACE_MS = 30_000

const engine = createCityEngine({
  ...browserSurroundings,
  publish: (bytes) => URL.createObjectURL(new Blob([bytes().slice()], { type: 'application/geo+json' })),
  withdraw: (url) => setTimeout(() => URL.revokeObjectURL(url), GRACE_MS),
})

// A page hears of a thread's errors, but not of its rejections that nobody took: what waited for one would wait for ever.
addEventListener('unhandledrejection', ({ reason }) => reportError(reason))

/** What reads the feeds of a catalog is there when it is open. */
const openCatalog = async (...given: Parameters<CityEngine['openCatalog']>): Promise<OpenedCatalog> => {
  const opened = engine.openCatalog(...given)
  if (opened.ok) await loadProtocols(opened.catalog.feeds.map(({ source }) => source.type))
  return opened
}

carryReasons()
expose(beatWhenAsked({ ...engine, openCatalog }))
