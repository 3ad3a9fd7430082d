import type { Page } from 'playwright-core'

export interface Shot {
  readonly name: string
  /** After the server's address. */
  readonly path: string
  readonly width: number
  readonly height: number
  readonly language: 'zh-CN' | 'en'
  readonly theme?: 'dark' | 'light'
  /** Paths answered otherwise: a status and text, or no answer at all. */
  readonly faults?: Readonly<Record<string, { readonly status: number; readonly text: string } | 'silence'>>
  /** What is done on the page before the picture. */
  readonly act?: (page: Page) => Promise<void>
}

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
] as const
const LANGUAGES = ['zh-CN', 'en'] as const
const MAPS = ['panorama', 'events', 'sensing', 'hazards', 'resources'] as const

const DESK = { width: 1920, height: 1080, language: 'zh-CN' } as const
const SMALL = { width: 1366, height: 768, language: 'zh-CN' } as const
const STAR_BOARD = '#/plan/panorama'
const GAPS = '#/plan/panorama?v=1&row=5g-key-area-coverage'

const SEEN = '#/plan/sensing?v=1&row=video-surveillance-completeness&metric=hd_area_coverage'

const SHEETS = '#/plan/panorama?v=1&row=multi-scale-topographic-coverage'

/** Opens the gap with the most people. */
async function openWorstGap(page: Page): Promise<void> {
  await page.locator('tbody button[aria-expanded]').first().click({ timeout: 60_000 })
  await page.waitForTimeout(2500)
}

/** Turns the gaps of the open row to another look at them, by the words of its tab. */
const turnGapsTo = (tab: RegExp) => async (page: Page) => {
  await page.getByRole('tab', { name: tab }).click({ timeout: 60_000 })
  const table = page.locator('section:has([role=tablist]) table').first()
  await table.waitFor({ timeout: 60_000 })
  await table.scrollIntoViewIfNeeded()
  await page.waitForTimeout(2500)
}

/** Selects the first row of the table on the page, and waits for what that shows. */
async function pickFirstRow(page: Page): Promise<void> {
  await page.locator('tr[data-row="0"]').click()
  await page.waitForTimeout(2500)
}

/** Opens data health with the first feed's quarantine. */
async function openHealth(page: Page): Promise<void> {
  await page.locator('header button[aria-haspopup="dialog"]').click()
  await page.locator('dialog button[aria-expanded="false"]').first().click()
  await page.waitForTimeout(500)
}

/** Lets the city live for a while, then looks back ten seconds with the time bar. */
async function lookBack(page: Page): Promise<void> {
  await page.waitForTimeout(20_000)
  await page.keyboard.press('p')
  const slider = page.locator('input[type=range]')
  await slider.focus()
  for (let step = 0; step < 10; step += 1) await slider.press('ArrowLeft')
  await page.waitForTimeout(4000)
}

const everyMap: readonly Shot[] = SIZES.flatMap((size) =>
  LANGUAGES.flatMap((language) =>
    MAPS.map((map) => ({ name: `${map}-${size.width}-${language}`, path: `#/screen/${map}`, ...size, language })),
  ),
)

const starBoard: readonly Shot[] = SIZES.flatMap((size) =>
  LANGUAGES.map((language) => ({ name: `stars-${size.width}-${language}`, path: STAR_BOARD, ...size, language })),
)

const others: readonly Shot[] = [
  { name: 'gaps-1920-zh-CN', path: GAPS, ...DESK },
  { name: 'gaps-1920-en', path: GAPS, ...DESK, language: 'en' },
  { name: 'worst-gap-1920-zh-CN', path: GAPS, ...DESK, act: openWorstGap },
  { name: 'worst-gap-1366-en', path: GAPS, ...SMALL, language: 'en', theme: 'light', act: openWorstGap },
  { name: 'continuity-1920-zh-CN', path: GAPS, ...DESK, act: turnGapsTo(/^连续性$/) },
  { name: 'sheets-1920-zh-CN', path: SHEETS, ...DESK, act: turnGapsTo(/^图幅体检$/) },
  { name: 'seen-1920-zh-CN', path: SEEN, ...DESK, act: turnGapsTo(/^实际看见$/) },
  { name: 'seen-1920-en', path: SEEN, ...DESK, language: 'en', theme: 'light', act: turnGapsTo(/^Seen$/) },
  { name: 'respond-1920-zh-CN', path: '#/respond/resources', ...DESK },
  { name: 'respond-1920-en', path: '#/respond/events', ...DESK, language: 'en' },
  { name: 'respond-selected', path: '#/respond/events', ...DESK, act: pickFirstRow },
  { name: 'device', path: '#/respond/sensing?v=1&sel=devices:SB00001', ...DESK },
  { name: 'small-plan', path: GAPS, ...SMALL },
  { name: 'small-plan-en', path: GAPS, ...SMALL, language: 'en' },
  { name: 'small-respond', path: '#/respond/events', ...SMALL, act: pickFirstRow },
  { name: 'popup', path: '#/plan/events', ...DESK, act: pickFirstRow },
  { name: 'unknown-row', path: '#/plan/panorama?v=1&row=industrial-internet-secondary-nodes', ...DESK },
  { name: 'past-wall', path: '#/screen/events', ...DESK, act: lookBack },
  { name: 'past-plan-en', path: GAPS, ...DESK, language: 'en', act: lookBack },
  { name: 'health', path: '#/plan/sensing', ...DESK, act: openHealth },
  { name: 'health-en', path: '#/plan/sensing', ...DESK, language: 'en', act: openHealth },
  { name: 'light-respond', path: '#/respond/resources', ...DESK, theme: 'light', act: pickFirstRow },
  { name: 'light-events-en', path: '#/screen/events', ...DESK, language: 'en', theme: 'light' },
  { name: 'light-panorama-1920-zh-CN', path: '#/screen/panorama', ...DESK, theme: 'light' },
  { name: 'light-gaps-1920-en', path: GAPS, ...DESK, language: 'en', theme: 'light' },
  { name: 'sample-county-1920-zh-CN', path: '?catalog=geodata/sample-county/catalog.json#/plan/panorama', ...DESK },
]

const states: readonly Shot[] = [
  { name: 'state-loading', path: '#/screen/panorama', ...DESK, faults: { '/geodata/key-areas.geojson': 'silence' } },
  {
    name: 'state-failing',
    path: '#/plan/panorama',
    ...DESK,
    faults: { '/geodata/key-areas.geojson': { status: 500, text: 'down' } },
  },
  {
    name: 'state-refused',
    path: '#/screen/panorama',
    ...DESK,
    faults: { '/geodata/catalog.json': { status: 200, text: '{"version": 2, "city": {"code": 370883}, "feeds": {}}' } },
  },
  {
    name: 'state-unreachable',
    path: '#/screen/panorama',
    ...DESK,
    faults: { '/geodata/catalog.json': { status: 502, text: '' } },
  },
]

export const SHOTS: readonly Shot[] = [...everyMap, ...starBoard, ...others, ...states]

export const README_SHOTS: readonly Shot[] = [
  { ...DESK, name: 'panorama', path: '#/screen/panorama' },
  { ...DESK, name: 'gaps', path: GAPS, language: 'en' },
  { ...DESK, name: 'sensing', path: '#/screen/sensing' },
]
