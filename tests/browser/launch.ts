import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Flags seen working for software WebGL2 in headless Chromium, with or without a GPU. */
const ARGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * Path of a Chromium: `CHROMIUM_PATH` first, then an installed one, then the one inside the npm package, which is
 * unpacked to the temporary folder.
 */
async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`)
    return named
  }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return installed
  // The package unpacks its own libnss3 only when it believes that it runs on AWS Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** A headless Chromium with software WebGL2. The caller closes it. */
export async function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium()
  return chromium.launch({
    executablePath,
    args: [...ARGS, ...extraArgs],
    env: { ...process.env } as Record<string, string>,
  })
}
