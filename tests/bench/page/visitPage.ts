import type { Browser } from 'playwright-core'
import { glCalls } from './glCalls'
import type { PageCase, PageVisit } from './PageCase'
import { partsBy } from './partOf'
import type { FindSource } from './readSources'
import { type PageTask, readTasks } from './readTasks'
import { recordTrace } from './recordTrace'
import { rest } from './rest'
import { serveChanging } from './serveChanging'

/** What one case did to the main thread in one round. */
export interface CaseRound {
  readonly name: string
  readonly note: string
  /** Longest first. */
  readonly tasks: readonly PageTask[]
  /** Longest 'longtask' the page itself observed, 0 when none reached 50 ms. */
  readonly observed: number
}

/** Opens the page once, as a new person would, at a desk's full size, and goes through the cases of a visit. */
export async function visitPage(
  browser: Browser,
  folder: string,
  find: FindSource,
  visit: PageVisit,
  wanted: (name: string) => boolean,
): Promise<readonly CaseRound[]> {
  const server = await serveChanging(folder, visit.changes ?? false)
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(OBSERVE)
    const rounds: CaseRound[] = []
    const record = async ({ name, note }: Pick<PageCase, 'name' | 'note'>, act: () => Promise<void>) => {
      await page.evaluate('window.benchTasks = []')
      const events = await recordTrace(browser, page, act)
      const tasks = readTasks(events, partsBy(find, new Set(await glCalls(page))))
      const observed: number = await page.evaluate('Math.max(0, ...window.benchTasks)')
      rounds.push({ name, note, tasks, observed })
      console.error(`  ${name}: longest ${tasks[0]?.ms.toFixed(0)} ms, ${events.length} trace events`)
    }
    const open = async () => {
      await page.goto(`${server.url}#/${visit.view}`)
      await rest(page)
    }
    if (visit.opening && wanted(visit.opening.name)) {
      await page.goto(`${server.url}icon.svg`)
      await record(visit.opening, open)
    } else await open()
    const last = visit.cases.findLastIndex(({ name }) => wanted(name))
    for (const step of visit.cases.slice(0, last + 1)) {
      await step.prepare?.(page, server)
      await rest(page)
      if (wanted(step.name)) await record(step, () => step.act(page, server))
      else await step.act(page, server)
    }
    return rounds
  } finally {
    await context.close()
    await server.close()
  }
}

const OBSERVE = `
window.benchTasks = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.benchTasks.push(entry.duration)
}).observe({ type: 'longtask' })`
