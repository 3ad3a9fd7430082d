import type { Page } from 'playwright-core'

/** The page is at rest when it has been idle at this many looks in a row. */
const LOOKS = 6
const BETWEEN_MS = 150
const LONGEST_MS = 60_000

/** Waits until `there` is in the page (when given), nothing on it says that it is busy, and the map has drawn everything, for about a second. */
export async function rest(page: Page, there = 'body'): Promise<void> {
  const started = Date.now()
  for (let looks = 0; looks < LOOKS; ) {
    if (Date.now() - started > LONGEST_MS) throw new Error(`the page did not come to rest (${there})`)
    await page.waitForTimeout(BETWEEN_MS)
    const idle = await page.evaluate(
      (selector) =>
        document.querySelector(selector) !== null &&
        document.querySelector('[aria-busy="true"], progress') === null &&
        window.__oneMap?.loaded() === true,
      there,
    )
    looks = idle ? looks + 1 : 0
  }
}
