import { isCaseStage, isCaseVerb } from '../../core/cases/stages'
import type { CaseTransition } from '../../core/cases/transitions'
import type { Action } from '../../core/model/action'
import type { Reason } from '../../core/model/feedReport'
import { parseTime } from '../../core/model/parseTime'
import type { CaseWorld } from '../cases/caseWorld'
import type { DemoEvents, DemoSettings, DemoTimers, DemoTransport } from './demoTransport'
import type { DemoWorld } from './demoWorld'
import { openWorld } from './openWorld'

export type ActionAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: Reason }

/** Where the actions that were accepted are kept over a reload. */
export interface ActionStore {
  load(): Promise<readonly Action[]>
  save(actions: readonly Action[]): Promise<void>
}

/** The simulator of a page: the worlds of its living feeds, which outlast their connections, and what was done to them. */
export interface DemoSession {
  open(settings: DemoSettings, events: DemoEvents): Promise<DemoTransport>
  /** Does to the simulated city what a user asks, once for each id. Rejects while the simulator is out of reach. */
  acceptAction(action: Action): Promise<ActionAnswer>
  /** To be called before the first feed opens. */
  keepActionsIn(store: ActionStore): void
  /** All connections break, and none can be made for so many real seconds: a fault for showing. */
  disconnect(seconds: number, timers: DemoTimers): void
}

interface LivingFeed {
  readonly world: DemoWorld | CaseWorld
  readonly now: () => number
  /** Sends the changes of now to whoever is connected. */
  push: (() => void) | null
  breakOff: (() => void) | null
}

const STEP = 1000
const CHUNK = 500
const MOST_KEPT_ACTIONS = 500

const UNREACHABLE: Reason = {
  code: 'demo-unreachable',
  zh: '演示数据源已断开',
  en: 'the demonstration source is cut off',
}
const NO_CASE: Reason = { code: 'demo-no-case', zh: '没有这个案件', en: 'there is no such case' }
const NO_VERB: Reason = { code: 'demo-verb', zh: '不支持这个操作', en: 'this action is not supported' }

const acts = (world: DemoWorld | CaseWorld): world is CaseWorld => 'act' in world

export function createDemoSession(): DemoSession {
  const feeds = new Map<string, Promise<LivingFeed>>()
  const accepted = new Map<string, Action>()
  let store: ActionStore | null = null
  let restored: Promise<readonly Action[]> | null = null
  let cutOff = false

  const living = (settings: DemoSettings): Promise<LivingFeed> => {
    const known = feeds.get(settings.feed.id)
    if (known) return known
    const made = (async (): Promise<LivingFeed> => {
      restored ??= store?.load().catch(() => []) ?? Promise.resolve([])
      const [world, actions] = [await openWorld(settings), await restored]
      for (const action of actions) accepted.set(action.id, action)
      if (acts(world)) replay(world, settings, actions)
      return { world, now: settings.now, push: null, breakOff: null }
    })()
    feeds.set(settings.feed.id, made)
    made.catch(() => feeds.delete(settings.feed.id))
    return made
  }

  return {
    async open(settings, events) {
      const feed = await living(settings)
      let open = true
      let timer: unknown = null
      const send = (messages: readonly unknown[]) => {
        for (let index = 0; index < messages.length; index += CHUNK)
          events.message(messages.slice(index, index + CHUNK))
      }
      const close = () => {
        open = false
        if (timer !== null) settings.timers.clear(timer)
        timer = null
        feed.push = null
        feed.breakOff = null
      }
      const push = () => {
        send(feed.world.advance(settings.now()))
        events.alive()
      }
      const next = () => {
        timer = settings.timers.set(() => {
          if (!open) return
          push()
          next()
        }, STEP)
      }
      if (cutOff) {
        events.closed(UNREACHABLE)
        return { close: () => {} }
      }
      feed.push = push
      feed.breakOff = () => {
        close()
        events.closed(UNREACHABLE)
      }
      events.opened()
      feed.world.advance(settings.now())
      send(feed.world.changed())
      next()
      return { close }
    },

    async acceptAction(action) {
      const feed = await feeds.get(action.feed)
      if (cutOff || !feed?.push) throw new Error(UNREACHABLE.en)
      if (accepted.has(action.id)) return { ok: true }
      const { world } = feed
      if (!acts(world) || !isCaseVerb(action.verb)) return { ok: false, reason: NO_VERB }
      feed.push()
      const result = world.act(action.feature, transitionOf(action, feed.now()))
      if (!result) return { ok: false, reason: NO_CASE }
      if (!result.ok) return { ok: false, reason: result.reason }
      accepted.set(action.id, { ...action, at: new Date(feed.now()).toISOString() })
      await store?.save([...accepted.values()].slice(-MOST_KEPT_ACTIONS))
      feed.push?.()
      return { ok: true }
    },

    keepActionsIn: (kept) => {
      store = kept
    },

    disconnect(seconds, timers) {
      cutOff = true
      timers.set(() => {
        cutOff = false
      }, seconds * 1000)
      for (const feed of feeds.values()) void feed.then(({ breakOff }) => breakOff?.())
    },
  }
}

/** An action as the case machine takes it; where a return goes may follow in `to`. */
function transitionOf(action: Action, at: number): CaseTransition {
  const { verb, unit, by, note } = action
  const to: unknown = 'to' in action ? action.to : undefined
  if (!isCaseVerb(verb)) throw new Error(verb)
  return { at, verb, unit, by, note, ...(isCaseStage(to) ? { to } : {}) }
}

/**
 * What was done before a reload is done again, at its own time. A demonstration clock begins anew with the page: what lies
 * ahead of it is done now, if the case stands so that it can be.
 */
function replay(world: CaseWorld, settings: DemoSettings, actions: readonly Action[]): void {
  const now = settings.now()
  const mine = actions
    .filter(({ feed }) => feed === settings.feed.id)
    .map((action) => ({ action, at: Math.min(parseTime(action.at) ?? now, now) }))
    .sort((one, other) => one.at - other.at)
  for (const { action, at } of mine) {
    if (!isCaseVerb(action.verb)) continue
    world.advance(at)
    world.act(action.feature, transitionOf(action, at))
  }
}
