import { isCaseStage, isCaseVerb } from '#core/cases/stages.ts'
import type { CaseTransition } from '#core/cases/transitions.ts'
import type { Action } from '#core/model/feedDefinitions.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { shanghaiTime } from '#core/model/time.ts'
import type { CaseWorld } from '../cases/caseWorld'
import type { DemoEvents, DemoSettings, DemoTransport } from './demoTransport'
import type { DemoMessage, DemoWorld } from './demoWorld'
import { openWorld } from './openWorld'

type ActionAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: Reason }

/** Where the actions that a city accepted are kept over a reload. */
export interface ActionStore {
  load(): Promise<readonly Action[]>
  save(actions: readonly Action[]): Promise<void>
}

/** The simulator of a page: the worlds of its living feeds, which outlast their connections, and what was done to them. */
export interface DemoSession {
  open(settings: DemoSettings, events: DemoEvents): Promise<DemoTransport>
  /**
   * Does to the simulated city what a user asks; an id it has seen is answered as before. Rejects while the simulator is
   * out of reach.
   */
  acceptAction(action: Action, verb?: string): Promise<ActionAnswer>
}

interface LivingFeed {
  readonly world: DemoWorld | CaseWorld
  readonly now: () => number
  /** Done before a reload, and not possible yet on the case as it is now: tried again at their own time. */
  readonly waiting: Action[]
  /** Sends the changes of now to whoever is connected. */
  push: (() => void) | null
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

/** @param storeOf where a city's accepted actions are kept, by its code; null: nowhere */
export function createDemoSession(storeOf: ((city: string) => ActionStore) | null = null): DemoSession {
  const feeds = new Map<string, Promise<LivingFeed>>()
  const accepted = new Map<string, Action>()
  const answers = new Map<string, ActionAnswer>()
  let store: ActionStore | null = null
  let restored: Promise<readonly Action[]> | null = null

  const living = (settings: DemoSettings): Promise<LivingFeed> => {
    const known = feeds.get(settings.feed.id)
    if (known) return known
    const made = (async (): Promise<LivingFeed> => {
      store ??= storeOf?.(settings.city.code) ?? null
      restored ??= store?.load().catch(() => []) ?? Promise.resolve([])
      const [world, actions] = [await openWorld(settings), await restored]
      for (const action of actions) {
        accepted.set(action.id, action)
        answers.set(action.id, { ok: true })
      }
      const mine = actions.filter(({ feed }) => feed === settings.feed.id)
      const waiting = acts(world) ? replay(world, settings.now(), mine) : []
      return { world, now: settings.now, waiting: [...waiting], push: null }
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
      }
      const push = () => {
        const now = settings.now()
        const changes = feed.world.advance(now)
        const made = feed.waiting.length > 0 && acts(feed.world) ? retried(feed.world, feed.waiting, now) : []
        send([...changes, ...made])
        events.alive()
      }
      const next = () => {
        timer = settings.timers.set(() => {
          if (!open) return
          push()
          next()
        }, STEP)
      }
      feed.push = push
      events.opened()
      feed.world.advance(settings.now())
      send(feed.world.changed())
      next()
      return { close }
    },

    async acceptAction(action, verb = action.verb) {
      const feed = await feeds.get(action.feed)
      if (!feed?.push) throw new Error(UNREACHABLE.en)
      const before = answers.get(action.id)
      if (before) return before
      feed.push()
      const now = feed.now()
      const answer = answerOf(feed.world, { ...action, verb }, now)
      answers.set(action.id, answer)
      if (!answer.ok) return answer
      accepted.set(action.id, { ...action, verb, at: shanghaiTime(now) ?? action.at })
      feed.push()
      // A store that cannot keep it is no reason to refuse what is done.
      await store?.save([...accepted.values()].slice(-MOST_KEPT_ACTIONS)).catch(() => undefined)
      return answer
    },
  }
}

/** An action as the case machine takes it. */
function transitionOf(action: Action, at: number): CaseTransition {
  const { verb, unit, by, note, to } = action
  if (!isCaseVerb(verb)) throw new Error(verb)
  return { at, verb, unit, by, note, ...(isCaseStage(to) ? { to } : {}) }
}

function answerOf(world: DemoWorld | CaseWorld, action: Action, now: number): ActionAnswer {
  if (!acts(world) || !isCaseVerb(action.verb)) return { ok: false, reason: NO_VERB }
  const result = world.act(action.feature, transitionOf(action, now))
  if (!result) return { ok: false, reason: NO_CASE }
  return result.ok ? { ok: true } : { ok: false, reason: result.reason }
}

/**
 * What was done before a reload is done again, at its own time. A demonstration clock begins anew with the page: what lies
 * ahead of it is done now; what the case does not allow yet is given back.
 */
function replay(world: CaseWorld, now: number, actions: readonly Action[]): readonly Action[] {
  const ahead = (action: Action) => (parseTime(action.at) ?? now) > now
  const timed = actions
    .map((action) => ({ action, at: Math.min(parseTime(action.at) ?? now, now) }))
    .sort((one, other) => one.at - other.at)
  const refused = timed.filter(({ action, at }) => {
    world.advance(at)
    return !answerOf(world, action, at).ok
  })
  return refused.map(({ action }) => action).filter(ahead)
}

/** Does the waiting actions that have become due, and gives the changes. */
function retried(world: CaseWorld, waiting: Action[], now: number): readonly DemoMessage[] {
  const due = waiting.filter((action) => (parseTime(action.at) ?? now) <= now)
  if (due.length === 0) return []
  for (const action of due) {
    answerOf(world, action, now)
    waiting.splice(waiting.indexOf(action), 1)
  }
  return world.advance(now)
}
