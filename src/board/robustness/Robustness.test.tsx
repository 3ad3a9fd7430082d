import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { Robustness as Swept } from '#core/robustness/robustness.ts'
import type { RobustnessRequest, WorldEngine } from '#engine/engineApi.ts'
import { JobCancelled } from '#engine/jobs/jobs.ts'
import { i18next } from '#i18n/i18n.ts'
import { catalogFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { Robustness } from './Robustness'

const ID = '5g-key-area-coverage'
const row = bundledStandard().rows.find(({ id }) => id === ID)!
const catalog = catalogFixture({
  feeds: [{ id: 'scopes', record: 'zone', source: { type: 'geojson', url: 'scopes.geojson' } }],
  scopes: [{ id: 'town', title: { zh: '镇区', en: 'Town' }, feed: 'scopes' }],
})
const rated = (star: number) => (star === 0 ? ({ kind: 'below' } as const) : ({ kind: 'star', star } as const))

/** Three thresholds in two scopes, one of the six settings unknown: four stars now, three from 0.7 on, five in the town. */
const swept: Swept = {
  kind: 'swept',
  base: rated(4) as Extract<Swept, { kind: 'swept' }>['base'],
  design: 'full',
  settings: 6,
  holding: 4,
  distribution: { stars: [0, 0, 1, 2, 2], below: 0, unknown: 1 },
  axes: [
    {
      kind: 'scope',
      axis: { kind: 'scope', base: null, values: ['town', null] },
      cells: [
        { value: 'town', base: false, rating: rated(5) },
        { value: null, base: true, rating: rated(4) },
      ],
      weight: { flips: 1, drops: 0, others: 1, steps: 1 },
    },
    {
      kind: 'parameter',
      axis: {
        kind: 'parameter',
        name: 'threshold',
        words: { zh: '覆盖门槛', en: 'Coverage threshold' },
        as: 'share',
        metrics: ['value'],
        base: 0.5,
        values: [0.3, 0.5, 0.7],
      },
      cells: [
        { value: 0.3, base: false, rating: { kind: 'unknown' } },
        { value: 0.5, base: true, rating: rated(4) },
        { value: 0.7, base: false, rating: rated(3) },
      ],
      upward: { value: 0.7, rating: rated(3) },
      downward: null,
      weight: { flips: 1, drops: 1, others: 2, steps: 1 },
    },
  ],
  first: 0,
  most: 0,
}

function show(robustness: WorldEngine['robustness'], engine: Partial<WorldEngine> = {}) {
  renderInCity(<Robustness row={row} scope={null} />, { catalog, engine: { robustness, ...engine } })
  return userEvent.setup()
}
const toggle = () => screen.getByRole('button', { name: /^(结论稳健度|Robustness of the star)/ })

test('nothing is computed until it is opened', async () => {
  const robustness = vi.fn(async () => swept)
  const user = show(robustness)
  expect(toggle().getAttribute('aria-expanded')).toBe('false')
  expect(robustness).not.toHaveBeenCalled()
  await user.click(toggle())
  expect(await screen.findByText('6 个设定中 4 个保持四星及以上')).toBeTruthy()
  expect(robustness).toHaveBeenCalledTimes(1)
})

test('each parameter is a table with the star at each value, the base and every change in words', async () => {
  const user = show(async () => swept)
  await user.tab()
  await user.keyboard('{Enter}')
  const table = await screen.findByRole('table', { name: '覆盖门槛' })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['30%', '50%', '70%'])
  expect(
    within(table)
      .getAllByRole('img')
      .map((mark) => mark.getAttribute('aria-label')),
  ).toEqual(['未知', '四星', '三星'])
  expect(within(table).getByRole('row', { name: /^与现在相比/ }).textContent).toBe('与现在相比—现用▼3★更低')
  expect(screen.getByText('覆盖门槛升到 70% 时降为三星；取值 30% 时未知')).toBeTruthy()
  const scopes = screen.getByRole('table', { name: '范围' })
  expect(
    within(scopes)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['镇区', '全市'])
  expect(screen.getByText('换到镇区时升为五星')).toBeTruthy()
})

test('says what moves the star, how the stars spread, and that the unknown do not count', async () => {
  const user = show(async () => swept)
  await user.click(toggle())
  expect(await screen.findByText('最先、也最常改变星级的是范围：另外 1 个取值中 1 个改变星级')).toBeTruthy()
  expect(screen.getByText('单独改变时会降星的参数：覆盖门槛')).toBeTruthy()
  expect(screen.getByText('2 个参数的全部组合；另有 1 个设定下未知，不计为保持')).toBeTruthy()
  const spread = within(screen.getByRole('list', { name: '各设定下的星级' })).getAllByRole('listitem')
  expect(spread.map(({ title }) => title)).toEqual(['五星 2', '四星 2', '三星 1', '未知 1'])
})

test('a long sweep shows how far it has come and can be stopped and begun again', async () => {
  const running: { request: RobustnessRequest; stop: () => void; end: () => void }[] = []
  const robustness: WorldEngine['robustness'] = (request, progress) =>
    new Promise((resolve, reject) => {
      const stop = () => reject(new JobCancelled(request.job ?? ''))
      running.push({ request, stop, end: () => resolve(swept) })
      progress?.(3, 35)
    })
  const cancel = vi.fn(async (job: string) => running.find(({ request }) => request.job === job)?.stop())
  const user = show(robustness, { cancel })
  await user.click(toggle())
  const bar = await screen.findByRole('progressbar', { name: '已算 3 / 35 个设定' })
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3', '35'])
  await user.click(screen.getByRole('button', { name: '停止' }))
  expect(await screen.findByText('已停止，没有结论')).toBeTruthy()
  expect(cancel).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('table')).toBeNull()
  await user.click(screen.getByRole('button', { name: '重新测算' }))
  await screen.findByRole('progressbar')
  expect(running).toHaveLength(2)
  act(() => running[1]?.end())
  expect(await screen.findByText('6 个设定中 4 个保持四星及以上')).toBeTruthy()
})

test('closing it while it runs stops the sweep', async () => {
  const cancel = vi.fn(async () => {})
  const user = show(() => new Promise(() => {}), { cancel })
  await user.click(toggle())
  await screen.findByRole('progressbar')
  await user.click(toggle())
  expect(cancel).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('a failure is told, and it can be tried again', async () => {
  const robustness = vi
    .fn<WorldEngine['robustness']>()
    .mockRejectedValueOnce(new Error('no answer in 180 s'))
    .mockResolvedValueOnce(swept)
  const user = show(robustness)
  await user.click(toggle())
  expect((await screen.findByRole('alert')).textContent).toBe('稳健度未能算出：no answer in 180 s')
  await user.click(screen.getByRole('button', { name: '重新测算' }))
  expect(await screen.findByText('6 个设定中 4 个保持四星及以上')).toBeTruthy()
})

test.each([
  [{ kind: 'nothing-to-sweep', reason: 'reported' }, '此项由责任单位上报，没有可变的测算参数'],
  [{ kind: 'nothing-to-sweep', reason: 'checklist' }, '此项按核对清单评定，没有可变的测算参数'],
  [{ kind: 'nothing-to-sweep', reason: 'deduction' }, '扣分项不评星，没有可考察的星级'],
  [{ kind: 'nothing-to-sweep', reason: 'no-axis' }, '标准没有给此项留下可变的测算参数'],
  [{ kind: 'unknown-now' }, '此项现为未知，没有星级可以考察'],
] as const)('why there is nothing to say: %o', async (robustness, words) => {
  const user = show(async () => robustness)
  await user.click(toggle())
  expect(await screen.findByText(words)).toBeTruthy()
})

test('in English, below the lowest star, with nothing that moves it', async () => {
  await i18next.changeLanguage('en')
  try {
    const user = show(async () => ({
      ...swept,
      base: { kind: 'below' },
      settings: 5,
      holding: 5,
      distribution: { stars: [0, 0, 1, 0, 0], below: 4, unknown: 0 },
      axes: [
        {
          kind: 'parameter',
          axis: {
            kind: 'parameter',
            name: 'tolerance',
            words: { zh: '缝隙容差', en: 'Gap tolerance' },
            as: 'forgiven',
            metrics: ['value'],
            base: 1e-6,
            values: [0, 1e-6, 2.5e-4],
          },
          cells: [0, 1e-6, 2.5e-4].map((value) => ({ value, base: value === 1e-6, rating: rated(0) })),
          upward: null,
          downward: null,
          weight: { flips: 0, drops: 0, others: 2, steps: null },
        },
      ],
      first: null,
      most: null,
    }))
    await user.click(toggle())
    expect(await screen.findByText('Below the lowest star now; 1 of 5 settings reach a star')).toBeTruthy()
    expect(screen.getByText('the only open parameter: Gap tolerance')).toBeTruthy()
    expect(screen.getByText('No single parameter changes the star')).toBeTruthy()
    expect(screen.getByText('The star stays at every value')).toBeTruthy()
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['0', '10⁻⁶', '2.5×10⁻⁴'])
  } finally {
    await i18next.changeLanguage('zh-CN')
  }
})
