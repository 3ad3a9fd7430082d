import type { Browser, Page } from 'playwright-core'
import type { TraceEvent } from './TraceEvent'

const CATEGORIES = [
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'v8',
]

export const BEGIN = 'bench:begin'
export const END = 'bench:end'

/** The browser's own record of `act`, which lies between the marks `BEGIN` and `END`; starting and ending the record lie outside. Only what `keep` says is kept. */
export async function recordTrace(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
  keep: (event: TraceEvent) => boolean = () => true,
): Promise<readonly TraceEvent[]> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const one of value) {
      const event = one as unknown as TraceEvent
      if (keep(event)) events.push(event)
    }
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  })
  // The profiler's start writes down every function there is, in a task of its own that is none of the page's.
  await page.waitForTimeout(400)
  await mark(page, BEGIN)
  try {
    await act()
  } finally {
    await mark(page, END)
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()))
    await session.send('Tracing.end')
    await complete
    await session.detach()
  }
  return events
}

async function mark(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => void performance.mark(text), name)
}
