import type { Page } from 'playwright-core'
import { DEVICES } from './benchCatalog'
import { compareDevices, type Difference, differs } from './compareDevices'
import type { DeviceFeature } from './deviceCity'
import { engineFeatures } from './watchPage'

/** Where a page stands when the stream has ended. */
export interface Standing {
  /** What the map was told, what its tiles draw, and what the engine holds (null: a page without one). */
  readonly held: Difference
  readonly drawn: Difference
  readonly engine: Difference | null
  readonly agree: boolean
  /** From the call until all was seen to agree, milliseconds: looking takes most of it. */
  readonly after: number
}

/** A page that comes no nearer for so long has lost something; one that does is slow, which is no fault here. */
const STUCK_MS = 60_000

/** Waits until everything on the page is what was sent last, or gives up and says how it differs. */
export async function catchUp(page: Page, sent: readonly DeviceFeature[]): Promise<Standing> {
  const began = performance.now()
  let nearest = Number.POSITIVE_INFINITY
  let since = began
  for (;;) {
    const standing = await standingOf(page, sent)
    const now = performance.now()
    const far = distance(standing)
    if (far < nearest) since = now
    nearest = Math.min(nearest, far)
    if (standing.agree || now - since > STUCK_MS) return { ...standing, after: now - began }
    await page.waitForTimeout(300)
  }
}

/** Smaller the nearer a page is: devices that differ, and milliseconds it is behind. */
const distance = ({ held, drawn, engine }: Omit<Standing, 'after'>): number =>
  [held, drawn, ...(engine ? [engine] : [])].reduce((sum, each) => sum + differs(each) + each.behind, 0)

async function standingOf(page: Page, sent: readonly DeviceFeature[]): Promise<Omit<Standing, 'after'>> {
  const map = await page.evaluate((id) => window.__oneMap?.sourceFeatures(id), DEVICES)
  const features = await engineFeatures(page, DEVICES)
  const held = compareDevices(sent, map?.held ?? [], { places: true, properties: 'drawn' })
  const drawn = compareDevices(sent, map?.drawn ?? [], { places: false, properties: 'drawn' })
  const engine = features && compareDevices(sent, features, { places: true, properties: 'all' })
  const agree = differs(held) === 0 && differs(drawn) === 0 && (engine === null || differs(engine) === 0)
  return { held, drawn, engine, agree }
}
