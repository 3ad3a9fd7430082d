import type { Feature } from 'geojson'
import type { Page } from 'playwright-core'

/** What a page did since it was opened, counted in the page. */
export interface PageCounts {
  /** Frames in which the map drew something. */
  readonly frames: number
  /** Changes and whole collections handed to the map's worker. */
  readonly updates: number
}

declare global {
  interface Window {
    benchCounts?: PageCounts
    /** Calls a verb of the engine as the page does, by Comlink's message for a call. */
    benchAsk?: (verb: string, ...args: readonly unknown[]) => Promise<unknown>
  }
}

/** The watching script's name: what runs below it belongs to whoever called it. */
export const WATCHER = 'bench-watch.js'

/**
 * Counts, from the page's start on: a frame at the first drawing call of each, an update at each of MapLibre's messages
 * `LD`. Remembers the engine's worker, to ask it what it has.
 */
export const watchPage = (page: Page): Promise<unknown> => page.addInitScript(WATCH)

const WATCH = `
{
  const counts = { frames: 0, updates: 0 }
  window.benchCounts = counts
  const proto = WebGL2RenderingContext.prototype
  const draw = proto.drawElements
  let last = -1
  proto.drawElements = function (...given) {
    const now = document.timeline.currentTime
    if (now !== last) counts.frames += 1
    last = now
    return draw.apply(this, given)
  }
  const ask = (engine, verb, args) =>
    new Promise((done, fail) => {
      const id = 'bench ' + performance.now()
      const hear = ({ data }) => {
        if (data.id !== id) return
        engine.removeEventListener('message', hear)
        if (data.type === 'RAW') done(data.value)
        else fail(new Error('the engine answered ' + data.type))
      }
      engine.addEventListener('message', hear)
      engine.postMessage({ id, type: 'APPLY', path: [verb], argumentList: args.map((value) => ({ type: 'RAW', value })) })
    })
  window.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options)
      if (options && options.name === 'city-engine') window.benchAsk = (verb, ...args) => ask(this, verb, args)
    }
    postMessage(message, ...rest) {
      if (message && message.type === 'LD') counts.updates += 1
      super.postMessage(message, ...rest)
    }
  }
}
//# sourceURL=${WATCHER}`

export const countsOf = (page: Page): Promise<PageCounts> =>
  page.evaluate(() => ({ ...(window.benchCounts ?? { frames: 0, updates: 0 }) }))

/** A feed as the engine has it: all that a source of the map which has read nothing would be told. Null without an engine. */
export function engineFeatures(page: Page, feed: string): Promise<readonly Feature[] | null> {
  return page.evaluate(async (id) => {
    const ask = window.benchAsk
    if (!ask) return null
    const view = await ask('openMapView', { kind: 'now' }, id, 'nothing read', null)
    const diff = (await ask('nextMapDiff', view)) as { add: Feature[] }
    await ask('closeMapView', view)
    return diff.add
  }, feed)
}
