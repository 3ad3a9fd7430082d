/**
 * `npm run shots`: pictures of the built app, for looking at. The five maps and the star board at 1920×1080 and
 * 3840×1080 in both languages, the light theme, and the designed states (loading, failing, stale, refused catalog), into
 * tests/shots/out. `npm run shots -- NAME…` takes those whose name contains one of the words. `--readme` writes the
 * README's pictures into .github/pictures instead.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/launch'
import { settled } from '../browser/settled'
import { answerText, serveWithFaults } from '../journeys/serveWithFaults'
import { README_SHOTS, SHOTS, type Shot } from './shotList'

const root = fileURLToPath(new URL('../../', import.meta.url))
const args = process.argv.slice(2)
const readme = args.includes('--readme')
const words = args.filter((arg) => !arg.startsWith('--'))
const folder = readme ? `${root}.github/pictures/` : `${root}tests/shots/out/`
const wanted = (readme ? README_SHOTS : SHOTS).filter(
  (shot) => words.length === 0 || words.some((word) => shot.name.includes(word)),
)

await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const shot of wanted) {
    try {
      await take(browser, shot)
      process.stdout.write(`${shot.name}\n`)
    } catch (error) {
      process.exitCode = 1
      process.stderr.write(`${shot.name}: ${String(error)}\n`)
    }
  }
} finally {
  await browser.close()
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const server = await serveWithFaults(`${root}dist`)
  for (const [path, fault] of Object.entries(shot.faults ?? {})) {
    server.fault(path, fault === 'silence' ? () => {} : answerText(fault.status, fault.text))
  }
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    locale: shot.language,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') process.stderr.write(`${shot.name}: ${message.text()}\n`)
    })
    page.on('pageerror', (error) => process.stderr.write(`${shot.name}: ${error.message}\n`))
    await page.addInitScript((display) => localStorage.setItem('one-map.display', JSON.stringify(display)), {
      language: shot.language,
      theme: shot.theme ?? 'dark',
    })
    await page.goto(`${server.url}${shot.path}`)
    // A feed that stays silent never settles, and without a catalog there is no map to settle.
    const unsettled =
      Object.values(shot.faults ?? {}).includes('silence') || shot.faults?.['/geodata/catalog.json'] !== undefined
    if (unsettled) await page.waitForTimeout(6000)
    else await settled(page)
    // A wall looks every second whether its cards fit, and arranges them better when they do not.
    if (shot.path.includes('#/screen')) await page.waitForTimeout(4000)
    // Of rails that turn pages the first is the one to show.
    for (const rail of await page.locator('aside:has([data-viewport])').all()) {
      const [first] = await rail.locator('button[aria-current]').all()
      await first?.click()
    }
    await shot.act?.(page)
    await page.screenshot({ path: `${folder}${shot.name}.png`, timeout: 180_000 })
  } finally {
    await context.close()
    await server.close()
  }
}
