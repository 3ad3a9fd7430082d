import type { Browser, Page } from 'playwright-core'
import { glCalls } from '../page/glCalls'
import { partsBy } from '../page/partOf'
import type { FindSource } from '../page/readSources'
import { isTaskEvent, type PageTask, readTasks } from '../page/readTasks'
import { recordTrace } from '../page/recordTrace'
import { rest } from '../page/rest'
import type { ProfileNode } from '../page/TraceEvent'
import { catchUp, type Standing } from './catchUp'
import { type Heaps, heapsOf } from './heapsOf'
import type { SendTally } from './senderMessages'
import type { Sender } from './startSender'
import { type Thread, threadsOf } from './threadsOf'
import { countsOf, WATCHER, watchPage } from './watchPage'

export interface Stream {
  readonly devices: number
  readonly perSecond: number
  readonly seconds: number
  readonly seed: number
}

export interface Side {
  readonly name: 'ours' | 'setData'
  /** From the server's address. */
  readonly path: string
  readonly find: FindSource
}

/** What one stream did to one page. */
export interface SideRound {
  readonly side: Side['name']
  readonly seconds: number
  /** Main-thread milliseconds a second: everything, and without WebGL. */
  readonly busy: number
  readonly busyOwn: number
  /** Of `busyOwn`, at most so much on a processor. */
  readonly busyCpu: number
  readonly longest: number
  readonly longestOwn: number
  readonly longestCpu: number
  /** Tasks of 50 ms and more without WebGL, a minute. */
  readonly over50: number
  /** A second. */
  readonly frames: number
  readonly updates: number
  readonly heaps: Heaps
  readonly standing: Standing
  readonly tally: SendTally
  /** Milliseconds a second by place, most first. */
  readonly top: readonly (readonly [place: string, ms: number])[]
  /** The longest task without WebGL. */
  readonly worst: PageTask | null
  /** Busiest first. */
  readonly workers: readonly Thread[]
}

export const VIEWPORT = { width: 1920, height: 1080 }

/** Opens a page anew, brings it to rest, sends it the stream and records its main thread meanwhile. */
export async function measureSide(browser: Browser, sender: Sender, side: Side, stream: Stream): Promise<SideRound> {
  const page = await openSide(browser, sender, side, stream)
  try {
    const before = await countsOf(page)
    let tally: SendTally | null = null
    const events = await recordTrace(
      browser,
      page,
      async () => {
        tally = await sender.send(stream.seconds, stream.perSecond)
      },
      isTaskEvent,
    )
    if (!tally) throw new Error('nothing was sent')
    const sent: SendTally = tally
    const after = await countsOf(page)
    const standing = await catchUp(page, await sender.truth())
    const heaps = await heapsOf(page)
    const partOf = partsBy(side.find, new Set(await glCalls(page)))
    const belowWatcher = (stack: readonly ProfileNode[]) =>
      partOf(stack.filter(({ callFrame }) => !callFrame.url?.endsWith(WATCHER)))
    const tasks = outermost(readTasks(events, belowWatcher))
    const { seconds } = sent
    const sum = (of: (task: PageTask) => number): number => tasks.reduce((all, task) => all + of(task), 0) / seconds
    const worst = tasks.reduce<PageTask | null>((most, task) => (most && most.own >= task.own ? most : task), null)
    return {
      side: side.name,
      seconds,
      busy: sum(({ ms }) => ms),
      busyOwn: sum(({ own }) => own),
      busyCpu: sum(({ ownCpu }) => ownCpu),
      longest: tasks[0]?.ms ?? 0,
      longestOwn: worst?.own ?? 0,
      longestCpu: Math.max(0, ...tasks.map(({ ownCpu }) => ownCpu)),
      over50: (tasks.filter(({ own }) => own >= 50).length * 60) / seconds,
      frames: (after.frames - before.frames) / seconds,
      updates: (after.updates - before.updates) / seconds,
      heaps,
      standing,
      tally: sent,
      top: placesOf(tasks, seconds),
      worst,
      workers: threadsOf(events, belowWatcher),
    }
  } finally {
    await page.context().close()
  }
}

/** The page at rest with every device on it, and its stream open. */
export async function openSide(browser: Browser, sender: Sender, side: Side, stream: Stream): Promise<Page> {
  await sender.reset(stream.devices, stream.seed)
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${side.name}: ${error.message}`))
  await watchPage(page)
  const opened = sender.opened()
  await page.goto(`${sender.url}${side.path}`)
  await opened
  await rest(page)
  const { agree, ...standing } = await catchUp(page, await sender.truth())
  if (!agree) throw new Error(`${side.name} did not take the snapshot in: ${JSON.stringify(standing)}`)
  return page
}

/** Tasks that lie in no other, longest first: a task that waits inside for another has that one's time in its own. */
function outermost(tasks: readonly PageTask[]): readonly PageTask[] {
  let until = 0
  const inOrder = [...tasks].sort((a, b) => a.at - b.at || b.ms - a.ms)
  const outer = inOrder.filter(({ at, ms }) => {
    if (at < until) return false
    until = at + ms
    return true
  })
  return outer.sort((a, b) => b.ms - a.ms)
}

function placesOf(tasks: readonly PageTask[], seconds: number): SideRound['top'] {
  const places = new Map<string, number>()
  for (const { top } of tasks) for (const [place, ms] of top) places.set(place, (places.get(place) ?? 0) + ms / seconds)
  return [...places].sort((a, b) => b[1] - a[1]).slice(0, 25)
}
