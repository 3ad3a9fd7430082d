import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { AnswerAction, PostedAction } from '../servers/actionDesk'
import { type GeoJsonFeature, liveServer } from '../servers/liveServer'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { ALWAYS, dots, type LivingCity, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime, wallTime } from './shanghai'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const MINUTE = 60_000
const UNIT = '城管一中队'

/** Working minutes of each stage, and of the whole. */
const LIMITS = { 上报: 120, 受理: 60, 立案: 200, 派遣: 110, 处置: 400, 核查: 30 }
const WHOLE = 300

/**
 * The life of a case: what happened so many minutes ago, and how its stage then stands. Of the limit is left, or over it
 * is gone, limit − ago: 20 of 120 is due soon (a quarter is 30), −38 is overdue, 104 of 200 is in time, and so on. A state
 * holds for ten minutes at least, however slow the machine.
 */
const LIFE = [
  { ago: 100, verb: 'report', stage: '上报', left: 20, state: '临期' },
  { ago: 98, verb: 'accept', stage: '受理', left: -38, state: '超期' },
  { ago: 96, verb: 'register', stage: '立案', left: 104, state: '正常' },
  { ago: 94, verb: 'dispatch', stage: '派遣', left: 16, state: '临期' },
  { ago: 92, verb: 'handle', stage: '处置', left: 308, state: '正常' },
  { ago: 90, verb: 'check', stage: '核查', left: -60, state: '超期' },
] as const

const atDesk = (verb: string) => `../live/cases/actions/${verb}`

interface CityOfCases {
  readonly answer?: AnswerAction
  /** Where actions go; to the city's own server when absent. */
  readonly actions?: { readonly origin: string }
}

function cityOfCases({ answer, actions }: CityOfCases = {}): Promise<LivingCity> {
  const verbs = ['dispatch', 'urge', 'return', 'note']
  const endpoint = (verb: string) => (actions ? `${actions.origin}/live/cases/actions/${verb}` : atDesk(verb))
  return livingCity({
    feeds: [
      livingFeed('cases', {
        record: 'case',
        title: { zh: '案件', en: 'Cases' },
        staleSeconds: 86_400,
        calendar: ALWAYS,
        clock: { limits: LIMITS, whole: WHOLE },
        actions: Object.fromEntries(verbs.map((verb) => [verb, endpoint(verb)])),
      }),
    ],
    layers: [dots('cases', 'cases', { filter: ['!=', ['get', 'stage'], '结案'], popup: ['stage'] })],
    maps: [{ id: 'events', layers: ['cases'] }],
    ...(answer && { answer }),
    ...(actions && { connect: [actions.origin] }),
  })
}

interface Told {
  readonly at: number
  readonly verb: string
  readonly stage: string
  readonly unit?: string
  readonly by?: string
  readonly note?: string
}

/** A case as its feed tells of it after these events. */
function caseOf(history: readonly Told[], more: Readonly<Record<string, unknown>> = {}): GeoJsonFeature {
  const last = history.at(-1)!
  return pointFeature('A-1', 3, {
    name: '井盖破损',
    class: '市容环境',
    stage: last.stage,
    time: isoTime(last.at),
    reported: isoTime(history[0]!.at),
    ...(last.stage === '结案' ? { closed: isoTime(last.at) } : {}),
    history: history.map((event) => ({ ...event, at: isoTime(event.at) })),
    ...more,
  })
}

const lifeUntil = (stage: string, start: number): Told[] =>
  LIFE.slice(0, LIFE.findIndex((step) => step.stage === stage) + 1).map(({ ago, verb, stage: reached }) => ({
    at: start - ago * MINUTE,
    verb,
    stage: reached,
  }))

/** Another case, of the unit that can be chosen. */
const other = (start: number): GeoJsonFeature =>
  pointFeature('A-2', 9, { name: '占道经营', stage: '处置', unit: UNIT, time: isoTime(start - 30 * MINUTE) })

/** What a change of the server's makes of a posted action. */
const asEvent = ({ at, verb, unit, by, note }: PostedAction, stage: string): Told => ({
  at: Date.parse(at),
  verb,
  stage,
  by,
  ...(unit === undefined ? {} : { unit }),
  ...(note === undefined ? {} : { note }),
})

function parts(page: Page) {
  const sheet = page.getByRole('complementary', { name: '右侧面板' })
  return {
    sheet,
    standing: sheet.getByRole('region', { name: '时限' }),
    ladder: sheet.getByRole('region', { name: '七个阶段' }),
    history: sheet.getByRole('region', { name: '经过' }),
    actions: sheet.getByRole('region', { name: '操作' }),
    row: page.getByRole('complementary', { name: '左侧面板' }).getByRole('row', { name: /井盖破损/ }),
  }
}

/** Minutes said under a label of the clock: `1 小时 44 分` is 104. */
async function minutesUnder(standing: Locator, label: string): Promise<number> {
  const figure = standing.getByText(label, { exact: true }).locator('xpath=following-sibling::*[1]')
  const [, hours = '0', minutes = '0'] =
    /^(?:(\d+) 小时)?(?: ?(\d+) 分(?:钟)?)?$/.exec((await figure.textContent()) ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

async function open(city: LivingCity) {
  const visited = await visit(browser(), `${city.url}#/respond/events?v=1&sel=cases:A-1`)
  await visited.page.getByRole('heading', { name: '井盖破损' }).waitFor({ timeout: 60_000 })
  return { ...visited, ...parts(visited.page) }
}

const stageNow = (ladder: Locator, stage: string) =>
  ladder.locator('[aria-current=step]').getByText(stage, { exact: true }).waitFor({ timeout: 30_000 })

/** Chooses a verb, fills its form and sends it. */
async function act(actions: Locator, verb: string, fill: (form: Locator) => Promise<unknown>): Promise<void> {
  await actions.getByRole('button', { name: verb, exact: true }).click()
  const form = actions.getByRole('form', { name: verb })
  await fill(form)
  await form.getByLabel('经办人').fill('李工')
  await form.getByRole('button', { name: `提交${verb}` }).click()
}

describe('a case', () => {
  it('goes from reported to closed, and its clock follows', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000
    const city = await cityOfCases()
    city.server.put('cases', caseOf(lifeUntil('上报', start)), other(start))
    const { page, complaints, close, standing, ladder, history, row } = await open(city)
    try {
      for (const [index, { stage, ago, left, state }] of LIFE.entries()) {
        if (index > 0) city.server.put('cases', caseOf(lifeUntil(stage, start)))
        await stageNow(ladder, stage)
        await standing.getByText(state, { exact: true }).first().waitFor()
        // Told at once in the list of the desk too.
        await row.getByText(stage, { exact: true }).waitFor()
        await row.getByText(state, { exact: true }).waitFor()
        // Half a minute of rounding and half a minute between two looks at the clock.
        const label = left < 0 ? '本阶段已超' : '本阶段剩余'
        const passed = (Date.now() - start) / MINUTE
        expect(Math.abs((await minutesUnder(standing, label)) - Math.abs(left - passed))).toBeLessThanOrEqual(1.5)
        const due = start + (LIMITS[stage] - ago) * MINUTE
        await standing.getByText(new RegExp(`${wallTime(due)} 到期$`)).waitFor()
        // From 立案 on, 96 minutes ago, the whole has 300 minutes.
        if (index >= 2) {
          const whole = await minutesUnder(standing, '全案剩余')
          expect(Math.abs(whole - (WHOLE - 96 - (Date.now() - start) / MINUTE))).toBeLessThanOrEqual(1.5)
        }
        expect(await history.getByRole('listitem').count()).toBe(index + 1)
      }
      const drawn = await renderedFeatures(page, 'cases')

      const closed = { at: start - 88 * MINUTE, verb: 'close', stage: '结案' }
      city.server.put('cases', caseOf([...lifeUntil('核查', start), closed]))
      await stageNow(ladder, '结案')
      // 立案 96 minutes ago, 结案 88 minutes ago.
      await standing.getByText('全案用时 8 分钟').waitFor()
      await standing.getByText('按期办结', { exact: true }).waitFor()
      // 派遣 took 2 minutes of 110; no stay was longer than 2 minutes, so all were kept.
      expect(await ladder.getByText('按时完成', { exact: true }).count()).toBe(6)
      await ladder.getByText('用时 2 分钟 / 时限 1 小时 50 分').waitFor()
      await row.waitFor({ state: 'detached' })
      // A point beside the edge of a tile is in two tiles, so fewer is all that can be said.
      await expect.poll(() => renderedFeatures(page, 'cases'), { timeout: 30_000 }).toBeLessThan(drawn)
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })

  it('is dispatched from the desk: shown at once, posted once, and confirmed by its feed', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000
    const city = await cityOfCases()
    city.server.put('cases', caseOf(lifeUntil('立案', start)), other(start))
    const { page, complaints, close, ladder, history, actions, row } = await open(city)
    try {
      let letGo = () => {}
      const held = new Promise<void>((done) => {
        letGo = done
      })
      await page.route('**/actions/dispatch', async (route) => {
        await held
        await route.continue()
      })
      await act(actions, '派遣', (form) => form.getByLabel('处置单位').selectOption(UNIT))
      await stageNow(ladder, '派遣')
      await row.getByText('派遣', { exact: true }).waitFor()
      await history.getByText('发送中').waitFor()
      expect(await axe(page)).toEqual([])
      expect(city.server.desk.posts()).toBe(0)

      letGo()
      await history.getByText('已受理，等待数据更新').waitFor()
      expect(city.server.desk.done).toMatchObject([
        { feed: 'cases', feature: 'A-1', verb: 'dispatch', unit: UNIT, by: '李工' },
      ])

      const dispatched = asEvent(city.server.desk.done[0]!, '派遣')
      city.server.put('cases', caseOf([...lifeUntil('立案', start), dispatched], { unit: UNIT }))
      await history.getByText('已受理，等待数据更新').waitFor({ state: 'detached', timeout: 30_000 })
      await stageNow(ladder, '派遣')
      expect(await history.getByRole('listitem').count()).toBe(4)
      expect(await history.getByText('派遣', { exact: true }).count()).toBe(1)
      expect(city.server.desk.posts()).toBe(1)
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })

  it('takes back a refused action, with the words of the server', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000
    const refusal = {
      status: 409,
      body: { reason: { zh: '该案已由市局督办，不得退回', en: 'supervised by the city' } },
    }
    const city = await cityOfCases({ answer: () => refusal })
    city.server.put('cases', caseOf(lifeUntil('立案', start)), other(start))
    const { page, close, ladder, history, actions, sheet } = await open(city)
    try {
      let letGo = () => {}
      const held = new Promise<void>((done) => {
        letGo = done
      })
      await page.route('**/actions/return', async (route) => {
        await held
        await route.continue()
      })
      await act(actions, '退回', (form) => form.getByLabel('理由').fill('信息不全'))
      await stageNow(ladder, '受理')
      await history.getByText('信息不全').waitFor()

      letGo()
      await sheet
        .getByRole('alert')
        .getByText('“退回”未被受理：该案已由市局督办，不得退回')
        .waitFor({ timeout: 30_000 })
      await stageNow(ladder, '立案')
      await history.getByText('信息不全').waitFor({ state: 'detached' })
      expect(await history.getByRole('listitem').count()).toBe(3)
      expect(city.server.desk.done).toEqual([])
      expect(city.server.desk.posts()).toBe(1)
    } finally {
      await close()
      await city.close()
    }
  })

  it('keeps an action while the server is away, over a reload, and sends it once', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000
    const department = await liveServer()
    const city = await cityOfCases({ actions: new URL(department.url) })
    city.server.put('cases', caseOf(lifeUntil('立案', start)), other(start))
    const { page, close, history, actions } = await open(city)
    try {
      await department.stop()
      await act(actions, '催办', (form) => form.getByLabel('说明').fill('群众已两次来电'))
      await history.getByText('离线排队').waitFor({ timeout: 30_000 })
      const waiting = page.getByRole('banner').getByRole('button', { name: '1 条操作待发送' })
      await waiting.click()
      const list = page.getByRole('dialog', { name: '操作记录' })
      await list.getByRole('row', { name: /催办.*A-1.*李工.*待发送/ }).waitFor()
      expect(await axe(page)).toEqual([])
      await page.keyboard.press('Escape')

      await page.reload()
      await waiting.waitFor({ timeout: 60_000 })
      await history.getByText('群众已两次来电').waitFor({ timeout: 30_000 })
      expect(department.desk.posts()).toBe(0)

      await department.restart()
      await history.getByText('已受理，等待数据更新').waitFor({ timeout: 90_000 })
      await waiting.waitFor({ state: 'detached' })
      expect(department.desk.done).toMatchObject([{ feature: 'A-1', verb: 'urge', note: '群众已两次来电', by: '李工' }])

      city.server.put('cases', caseOf([...lifeUntil('立案', start), asEvent(department.desk.done[0]!, '立案')]))
      await history.getByText('已受理，等待数据更新').waitFor({ state: 'detached', timeout: 30_000 })
      expect(await history.getByText('群众已两次来电').count()).toBe(1)
      expect(department.desk.posts()).toBe(1)
    } finally {
      await close()
      await city.close()
      await department.close()
    }
  })
})
