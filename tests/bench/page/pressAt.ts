import type { Locator, Page } from 'playwright-core'

/** Finds the middle of an element now, to press it later with the mouse and no look-up. */
export async function pressAt(page: Page, locator: Locator): Promise<() => Promise<void>> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error(`nothing to press: ${locator}`)
  const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2]
  // What the pointer's arrival does is not part of the case.
  await page.mouse.move(x, y)
  await page.waitForTimeout(300)
  return () => page.mouse.click(x, y)
}
