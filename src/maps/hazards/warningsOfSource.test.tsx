import { readFileSync } from 'node:fs'
import { QueryClient } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadWall } from '#app/parts.ts'
import { DutyTable } from '#desks/respond/DutyTable.tsx'
import { LoopStrip } from '#desks/wall/loop/LoopStrip.tsx'
import { i18next } from '#i18n/i18n.ts'
import { initialView, setView } from '#state/view.ts'
import { CITY_ORIGIN, renderInCity } from '#tests/city/cityFixture.tsx'
import { engineInLine, openInLine } from '#tests/city/engineInLine.ts'
import { server } from '#tests/city/setupViews.ts'
import { useHealthPanelState } from '#views/health/healthPanelState.ts'
import { WarningsCard } from './WarningsCard'

// Cases of tests/cases, and some beside them, from the file to what the page says: the card, the loop, the desk.

const EIGHT = Date.parse('2026-11-30T08:00:00+08:00')
const wall = await loadWall()
const fileOf = (name: string) => readFileSync(`tests/cases/${name}`, 'utf8')
const CATALOG = JSON.parse(fileOf('02-cap-no-polygon/catalog.json'))

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 })
})
beforeEach(async () => {
  setView({ ...initialView, map: 'hazards' })
  useHealthPanelState.setState({ open: false })
  await i18next.changeLanguage('zh-CN')
})

/** The card, the loop and the duty desk's list over one source of warnings. */
function show(source: string | number, now = EIGHT) {
  const { engine, catalog, feedsByIndicator } = openInLine(CATALOG, now)
  server.use(
    http.get(`${CITY_ORIGIN}w.xml`, () =>
      typeof source === 'number' ? new HttpResponse(null, { status: source }) : HttpResponse.text(source),
    ),
    http.get(`${CITY_ORIGIN}land.geojson`, () => HttpResponse.text(fileOf('02-cap-no-polygon/land.geojson'))),
  )
  const [map] = catalog.maps
  const spec = map?.cards.find((card) => card.kind === 'warnings')
  if (spec?.kind !== 'warnings') throw new Error('the catalog has a card of warnings')
  renderInCity(
    <>
      <section aria-label="card">
        <WarningsCard spec={spec} />
      </section>
      <section aria-label="desk">
        <DutyTable feed="w" most={3} />
      </section>
      <LoopStrip />
    </>,
    {
      catalog,
      feedsByIndicator,
      wall,
      host: engineInLine(engine),
      now: () => now,
      client: new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false, retryDelay: 0 } } }),
    },
  )
  const card = within(screen.getByRole('region', { name: 'card' }))
  const desk = within(screen.getByRole('region', { name: 'desk' }))
  const rung = () => screen.findByRole('button', { name: /^预警:/ })
  /** Of the page as a whole: that it says of nothing that there is none. */
  const text = () => document.body.textContent ?? ''
  return { card, desk, rung, text }
}

/** An alert of the case with parts of its text replaced, in a list with others. */
const ALERT = fileOf('02-cap-no-polygon/w.xml').replace(/^<\?xml.*\?>\n/, '')
const alert = (...changes: readonly (readonly [from: string | RegExp, to: string])[]) =>
  changes.reduce((text, [from, to]) => text.replace(from, to), ALERT)
const list = (...alerts: readonly string[]) => `<alerts>${alerts.join('')}</alerts>`
const eventless = alert(['>A1<', '>B1<'], [/<event>.*<\/event>/, ''])
const elsewhere = alert(['>A1<', '>C1<'], [/<geocode>.*<\/geocode>/, '<polygon>20,100 20,101 21,101 20,100</polygon>'])
const offMap = alert(['999902', '999111'], ['河湾县', '北湖'])

describe('a warning that is not on the map', () => {
  test('is listed with its level and words, and counts', async () => {
    const { card, desk, rung, text } = show(offMap)
    expect(await card.findByText('未落图')).toBeTruthy()
    const line = (await card.findByText('未落图')).closest('li')
    expect(line?.textContent).toContain('红色暴雨')
    expect(line?.textContent).toContain('北湖 · 暴雨红色预警')
    expect((await rung()).textContent).toContain('1 预警')
    const row = (await desk.findByText('暴雨红色预警')).closest('tr')
    expect(row?.textContent).toContain('未落图')
    expect(text()).not.toContain('没有生效的预警')
  })
})

describe('while an alert of the source is refused', () => {
  test('alone: nobody says that there is none', async () => {
    const { card, desk, rung, text } = show(list(eventless))
    expect(await card.findByText('读懂的预警里没有生效的，但不能确认现在有没有预警。')).toBeTruthy()
    expect(card.getByText('1 条预警未能采用，内容或区域不明')).toBeTruthy()
    expect(card.getByText('B1 · 缺少 <event>')).toBeTruthy()
    expect(await desk.findByText('B1 · 缺少 <event>')).toBeTruthy()
    expect((await rung()).textContent).toContain('1 条预警未采用')
    expect((await rung()).dataset.pressing).toBe('true')
    expect(text()).not.toContain('没有生效的预警')
    expect(text()).not.toContain('0 预警')
    expect(text()).not.toContain('没有要素')
  })

  test('beside others: it is named beside them', async () => {
    const { card, desk, rung } = show(list(ALERT, eventless))
    expect(await card.findByText('1 条预警未能采用，内容或区域不明')).toBeTruthy()
    expect(card.getByRole('button', { name: /暴雨/ })).toBeTruthy()
    expect((await rung()).textContent).toContain('1 预警 · 1 未采用')
    expect(await desk.findByText('1 条预警未能采用，内容或区域不明')).toBeTruthy()
  })

  test('more than can be named are counted', async () => {
    const many = ['B1', 'B2', 'B3', 'B4'].map((id) => eventless.replace('>B1<', `>${id}<`))
    const { card } = show(list(...many))
    const all = await card.findByRole('button', { name: '查看全部 4 条的原因' })
    expect(card.queryByText(/B4/)).toBeNull()
    await userEvent.click(all)
    expect(useHealthPanelState.getState().open).toBe(true)
  })

  test('because it holds elsewhere: that is said, and is no alarm', async () => {
    const { card, rung, text } = show(list(elsewhere))
    expect(await card.findByText('本市的预警里没有生效的。')).toBeTruthy()
    expect(card.getByText('1 条预警的区域不在本市，未采用')).toBeTruthy()
    expect((await rung()).textContent).toContain('1 条预警未采用')
    expect((await rung()).dataset.pressing).toBe('false')
    expect(text()).not.toContain('没有生效的预警')
  })
})

describe('a calm day', () => {
  test('of an empty list is said with the time at which it was read', async () => {
    const { card, desk, rung } = show(fileOf('08-cap-empty-list/w-calm.xml'))
    expect(await card.findByText('读取于 11月30日 08:00：列表为空，没有生效的预警')).toBeTruthy()
    expect(card.getByText('读取于 11月30日 08:00')).toBeTruthy()
    expect(await desk.findByText('读取于 11月30日 08:00：列表为空，没有生效的预警')).toBeTruthy()
    // The county has no devices, of which nothing is said.
    expect((await rung()).textContent).toBe('预警 0 预警')
    expect((await rung()).dataset.pressing).toBe('false')
  })

  test('of an ended warning is as of its ending', async () => {
    const ending = alert(
      ['>A1<', '>A2<'],
      ['T06:00:00', 'T07:45:00'],
      ['>Alert<', '>Cancel<'],
      [/<info>.*<\/info>/, '<references>m@x.cn,A1,2026-11-30T06:00:00+08:00</references>'],
    )
    const { card } = show(list(ALERT, ending))
    expect(await card.findByText('截至 11月30日 07:45 没有生效的预警')).toBeTruthy()
  })
})

describe('a source that cannot be read', () => {
  test.each([
    ['a web page', '<html><body>down</body></html>'],
    ['an error', 503],
  ] as const)('%s: nobody says that there is none', async (_, source) => {
    const { card, desk, rung, text } = show(source)
    expect(await card.findByText(/读取失败/)).toBeTruthy()
    expect(await desk.findByRole('alert')).toBeTruthy()
    expect((await rung()).textContent).toContain('预警读取失败')
    expect((await rung()).dataset.pressing).toBe('true')
    expect(text()).not.toContain('没有生效的预警')
    expect(text()).not.toContain('0 预警')
  })

  test('that is too old says so', async () => {
    const { card, rung, text } = show(list(ALERT.replace('2099-12-31', '2026-11-30')), EIGHT + 400 * 86_400_000)
    expect(await card.findByText(/最后已知（.*）没有生效的预警；数据已过期，不能确认现在/)).toBeTruthy()
    expect((await rung()).textContent).toContain('数据已旧')
    expect(text()).not.toContain('0 预警')
  })
})
