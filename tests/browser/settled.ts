import type { Page } from 'playwright-core'

/**
 * Waits until the page shows all it will show: the map has drawn its sources, and nothing on the page says it is busy.
 * Fails after `timeout` milliseconds.
 */
export async function settled(page: Page, timeout = 120_000): Promise<void> {
  await page.waitForFunction(
    () => {
      const probe = (window as { __oneMap?: { loaded(): boolean } }).__oneMap
      return probe?.loaded() === true && document.querySelector('[aria-busy="true"]') === null
    },
    undefined,
    { timeout, polling: 250 },
  )
}
