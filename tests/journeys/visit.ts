import type { Browser, BrowserContext, Page } from 'playwright-core'
import { settled } from '../browser/settled'

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors on the console, uncaught errors, and violations of the content security policy. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export interface VisitOptions {
  readonly language?: 'zh-CN' | 'en'
  readonly theme?: 'dark' | 'light'
  readonly width?: number
  readonly height?: number
  /** The app's service worker takes part; otherwise it is kept out, so that each journey meets the server itself. */
  readonly serviceWorker?: boolean
  /** Waits until all is drawn; default true. */
  readonly settle?: boolean
}

/** Opens an address of the app as a new person at a desk would: nothing kept from before. The caller closes it. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { language = 'zh-CN', theme = 'dark', width = 1366, height = 768 } = options
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    reducedMotion: 'reduce',
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript((display) => {
    localStorage.getItem('one-map.display') ?? localStorage.setItem('one-map.display', display)
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  }, JSON.stringify({ language, theme }))
  await page.goto(url)
  if (options.settle !== false) await settled(page)
  return { page, context, complaints, close: () => context.close() }
}

/** How many features of a drawn layer are on the screen. */
export function renderedFeatures(page: Page, layerId: string): Promise<number> {
  return page.evaluate((id) => window.__oneMap?.renderedFeatures(id) ?? 0, layerId)
}
