/**
 * One picture of a running page, for looking at while building:
 * `npx tsx tests/browser/picture.ts URL OUT.png [WIDTHxHEIGHT] [WAIT_MS]`. Console errors go to standard error.
 */
import { launchBrowser } from './launch'

const [url, out, size = '1920x1080', wait = '3000'] = process.argv.slice(2)
if (!url || !out) throw new Error('usage: picture.ts URL OUT.png [WIDTHxHEIGHT] [WAIT_MS]')
const [width, height] = size.split('x').map(Number)
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: { width: width!, height: height! }, locale: 'zh-CN' })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.error(message.type(), message.text())
  })
  page.on('pageerror', (error) => console.error('pageerror', error.message))
  await page.goto(url)
  await page.waitForTimeout(Number(wait))
  await page.screenshot({ path: out })
} finally {
  await browser.close()
}
