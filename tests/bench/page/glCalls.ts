import type { Page } from 'playwright-core'

/** Names of WebGL's calls, by which profiles show them. */
export function glCalls(page: Page): Promise<string[]> {
  return page.evaluate(
    `[...Object.getOwnPropertyNames(WebGL2RenderingContext.prototype), 'getContext'].filter((name) => name !== 'constructor')`,
  )
}
