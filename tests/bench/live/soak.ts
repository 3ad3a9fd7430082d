import type { Browser } from 'playwright-core'
import { catchUp } from './catchUp'
import { type Heaps, heapsOf } from './heapsOf'
import { openSide, type Side, type Stream } from './measureSide'
import type { SendTally } from './senderMessages'
import { slopeOf } from './slopeOf'
import type { Sender } from './startSender'
import { countsOf } from './watchPage'

interface SoakSample extends Heaps {
  /** Since the stream began, minutes. */
  readonly minutes: number
}

/** How heaps went under a long stream; slopes in MB (a million bytes) a minute. */
export interface SoakResult {
  readonly agree: boolean
  readonly minutes: number
  readonly slope: { readonly page: number; readonly engine: number; readonly others: number }
  /** The same without the first fifth, in which caches fill. */
  readonly lateSlope: SoakResult['slope']
  readonly samples: readonly SoakSample[]
  readonly updates: number
  readonly tally: SendTally
}

const EVERY_MS = 15_000
const MINUTE_MS = 60_000

/** Sends the stream to the app and reads its heaps, each after a collection, every 15 s. */
export async function soak(browser: Browser, sender: Sender, side: Side, stream: Stream): Promise<SoakResult> {
  const page = await openSide(browser, sender, side, stream)
  try {
    const began = performance.now()
    const sent = sender.send(stream.seconds, stream.perSecond)
    const samples: SoakSample[] = []
    for (let due = 0; due <= stream.seconds * 1000; due += EVERY_MS) {
      await page.waitForTimeout(Math.max(0, began + due - performance.now()))
      const heaps = await heapsOf(page)
      const sample = { minutes: (performance.now() - began) / MINUTE_MS, ...heaps }
      samples.push(sample)
      console.error(printSample(sample))
    }
    const tally = await sent
    const { updates } = await countsOf(page)
    const { agree, held, drawn, engine } = await catchUp(page, await sender.truth())
    if (!agree) console.error(JSON.stringify({ held, drawn, engine }))
    const late = samples.slice(Math.floor(samples.length / 5))
    return {
      agree,
      minutes: stream.seconds / 60,
      slope: slopes(samples),
      lateSlope: slopes(late),
      samples,
      updates,
      tally,
    }
  } finally {
    await page.context().close()
  }
}

function slopes(samples: readonly SoakSample[]): SoakResult['slope'] {
  const of = (heap: (sample: SoakSample) => number): number =>
    slopeOf(samples.map((sample) => [sample.minutes, heap(sample) / 1e6] as const))
  return { page: of(({ page }) => page), engine: of(({ engine }) => engine ?? 0), others: of(({ others }) => others) }
}

const printSample = ({ minutes, page, engine, others }: SoakSample): string =>
  `  ${minutes.toFixed(2).padStart(6)} min  page ${mb(page)}  engine ${mb(engine ?? 0)}  other workers ${mb(others)} MB`

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1).padStart(7)
