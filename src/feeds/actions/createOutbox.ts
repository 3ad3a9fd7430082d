import type { PendingAction } from '#core/cases/withPending.ts'
import type { Action } from '#core/model/feedDefinitions.ts'
import { backoff } from '../backoff'
import type { Timers } from '../live/transport'
import type { SendAction, SendOutcome } from './actionSender'
import { isWaiting, type OutboxEntry, type OutboxStore } from './outboxStore'

/** What the outbox holds that a feed may not show yet, in the order of asking; what was refused is not among it. */
export function pendingActions(entries: readonly OutboxEntry[]): readonly PendingAction[] {
  return entries
    .filter(({ state }) => state !== 'refused')
    .map(({ action, state, since }) => ({ action, acceptedAt: state === 'accepted' ? since : null }))
}

export interface OutboxSettings {
  readonly store: OutboxStore
  readonly send: SendAction
  readonly timers: Timers
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** The app's clock, epoch milliseconds. */
  readonly now: () => number
  /** Answered actions that stay listed; older ones are forgotten. */
  readonly keep?: number
  /** Features whose actions are on their way at once. */
  readonly lanes?: number
}

/** What the outbox shows. A new object with every change. */
export interface OutboxView {
  /** In the order of asking. */
  readonly entries: readonly OutboxEntry[]
  /** False when this browser keeps nothing: what waits is lost with the page. */
  readonly lasting: boolean
}

export interface Outbox {
  view(): OutboxView
  subscribe(listener: () => void): () => void
  /** Keeps an action, then sends it after those of the same feature. An id already held changes nothing. */
  submit(action: Action): void
  /** Tries all that waits now: the network is back, or the user asks. */
  wake(): void
  /** Takes an answered action off the list; one that waits may have reached the server, and stays. */
  discard(actionId: string): void
  /** Sends nothing more; what waits stays kept. */
  close(): void
}

/** A minute at most; half of each step in any case, so that a desk does not knock again at once. */
const RETRY = { firstMs: 1_000, longestMs: 60_000, sure: 0.5 }

const laneOf = ({ feed, feature }: Action): string => JSON.stringify([feed, feature])

/**
 * Actions on their way to the systems behind the feeds. Each is kept before it is sent and sent until it is answered,
 * always with the same id; those of one feature go one after the other. What an earlier page left is taken up first.
 */
export function createOutbox({ store, send, timers, random, now, keep = 50, lanes = 4 }: OutboxSettings): Outbox {
  const entries = new Map<string, OutboxEntry>()
  const listeners = new Set<() => void>()
  /** Actions not yet kept: they are listed, but not sent. */
  const unkept = new Set<string>()
  const pauses = new Map<string, unknown>()
  let sending = 0
  let lasting = true
  let closed = false
  let view: OutboxView = { entries: [], lasting }

  const inOrder = (): readonly OutboxEntry[] =>
    [...entries.values()].sort((a, b) => a.order - b.order || (a.action.id < b.action.id ? -1 : 1))

  const changed = (): void => {
    view = { entries: inOrder(), lasting }
    for (const listener of listeners) listener()
  }

  const kept = async (work: Promise<void>): Promise<void> => {
    try {
      await work
    } catch {
      lasting = false
    }
  }

  async function forget(actionId: string): Promise<void> {
    entries.delete(actionId)
    await kept(store.remove(actionId))
  }

  function replace(entry: OutboxEntry, change: Partial<OutboxEntry>): OutboxEntry {
    const next = { ...entry, ...change, since: now() }
    entries.set(entry.action.id, next)
    return next
  }

  /** The first waiting entry of each lane, when it may go. */
  function ready(): readonly OutboxEntry[] {
    const heads = new Map<string, OutboxEntry>()
    for (const entry of inOrder()) {
      const lane = laneOf(entry.action)
      if (isWaiting(entry) && !heads.has(lane)) heads.set(lane, entry)
    }
    return [...heads]
      .filter(([lane, { state, action }]) => state === 'queued' && !unkept.has(action.id) && !pauses.has(lane))
      .map(([, entry]) => entry)
  }

  function pump(): void {
    if (closed) return
    const going = ready().slice(0, lanes - sending)
    for (const entry of going) {
      sending += 1
      void attempt(replace(entry, { state: 'sending' }))
    }
    changed()
  }

  async function attempt(entry: OutboxEntry): Promise<void> {
    const outcome = await send(entry.action)
    sending -= 1
    if (closed) return
    if (outcome.kind === 'later') waitFor(entry, outcome)
    else await settle(entry, outcome)
    pump()
  }

  function waitFor(entry: OutboxEntry, { reason, afterMs }: Extract<SendOutcome, { kind: 'later' }>): void {
    const attempts = entry.attempts + 1
    replace(entry, { state: 'queued', attempts, problem: reason })
    const lane = laneOf(entry.action)
    const resume = (): void => {
      pauses.delete(lane)
      pump()
    }
    pauses.set(lane, timers.set(resume, Math.max(backoff(attempts, RETRY, random), afterMs ?? 0)))
  }

  async function settle(entry: OutboxEntry, outcome: Exclude<SendOutcome, { kind: 'later' }>): Promise<void> {
    const problem = outcome.kind === 'refused' ? outcome.reason : null
    const answered = replace(entry, { state: outcome.kind, problem })
    changed()
    const old = [...entries.values()].filter((one) => !isWaiting(one)).sort((a, b) => a.since - b.since)
    await kept(store.put(answered))
    for (const { action } of old.slice(0, Math.max(0, old.length - keep))) await forget(action.id)
  }

  function stopPauses(): void {
    for (const timer of pauses.values()) timers.clear(timer)
    pauses.clear()
  }

  /** Entries are kept as queued or as answered: what an earlier page was sending when it went is sent again. */
  const taken = (async () => {
    try {
      for (const entry of await store.all()) entries.set(entry.action.id, entry)
    } catch {
      lasting = false
    }
    changed()
    pump()
  })()

  async function accept(action: Action): Promise<void> {
    await taken
    if (closed || entries.has(action.id)) return
    const last = Math.max(0, ...[...entries.values()].map(({ order }) => order))
    const entry = { action, order: last + 1, state: 'queued', attempts: 0, problem: null, since: now() } as const
    entries.set(action.id, entry)
    unkept.add(action.id)
    changed()
    await kept(store.put(entry))
    unkept.delete(action.id)
    pump()
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    submit: (action) => void accept(action),
    wake() {
      stopPauses()
      pump()
    },
    discard(actionId) {
      const entry = entries.get(actionId)
      if (!entry || isWaiting(entry)) return
      void forget(actionId)
      changed()
    },
    close() {
      closed = true
      stopPauses()
    },
  }
}
