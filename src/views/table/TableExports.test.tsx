import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { setTable } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { FeatureTable } from './FeatureTable'

let downloads: { readonly name: string; readonly blob: Blob }[] = []
let latest = new Blob([])

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 })
})
beforeEach(() => {
  downloads = []
  URL.createObjectURL = (blob: Blob) => {
    latest = blob
    return 'blob:file'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, blob: latest })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(URL, 'createObjectURL')
  Reflect.deleteProperty(URL, 'revokeObjectURL')
})

const COLUMNS = ['name', 'pupils', 'time']

/** What was taken, as text with its byte order mark. jsdom's blobs are read by its reader only. */
async function taken(button: string): Promise<string> {
  await userEvent.setup().click(await screen.findByRole('button', { name: button }))
  await waitFor(() => expect(downloads).toHaveLength(1))
  const { name, blob } = downloads[0]!
  const bytes = await new Promise<ArrayBuffer>((done) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result as ArrayBuffer)
    reader.readAsArrayBuffer(blob)
  })
  return `${name}: ${new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes))}`
}

it('a sheet has exactly the rows that are listed, in their order, with class, moments twice and places', async () => {
  await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />)
  await screen.findByText('第一小学')
  setTable('schools', { filter: { kind: ['小学'] }, sort: { column: 'pupils', descending: true } })
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3))
  // 2026-09-01 07:30 in Shanghai.
  const time = '2026年9月1日 07:30,2026-09-01T07:30:00+08:00'
  expect(await taken('导出 CSV')).toBe(
    [
      'schools.csv: \uFEFF编号,名称,学生数,时间,时间（ISO 8601）,类别,经度（WGS84）,纬度（WGS84）',
      `s2,第二小学,1200,${time},小学,117.51,35.5`,
      `s1,第一小学,900,${time},小学,117.5,35.5`,
      '',
    ].join('\r\n'),
  )
})

it('a map has exactly the features that are listed', async () => {
  await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />)
  await screen.findByText('第一小学')
  setTable('schools', { filter: { pupils: ['900'] } })
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
  const [name, text = ''] = (await taken('导出 GeoJSON')).split(/: (.*)/s)
  expect(name).toBe('schools.geojson')
  expect(JSON.parse(text)).toMatchObject({
    type: 'FeatureCollection',
    features: [{ id: 's1', geometry: { type: 'Point', coordinates: [117.5, 35.5] }, properties: { pupils: 900 } }],
  })
})

const catalog = catalogFixture({
  feeds: [
    {
      id: 'pipes',
      record: 'generic',
      sensitivity: 'internal',
      source: { type: 'geojson', url: 'pipes.geojson' },
    },
  ],
})
const rows = [
  { mapId: 1, id: 'p1', cells: [null, '热力'], place: { at: [117.1, 35.2], zone: { zh: '东镇', en: 'East Town' } } },
  { mapId: 2, id: 'p2', cells: [null, null], place: { at: [117.1, 35.2], zone: null } },
  { mapId: 3, id: 'p3', cells: ['主干管', '给水'] },
] as const

it('rows without a name say what they are and where, and an internal feed that it is one', async () => {
  renderInCity(<FeatureTable feed="pipes" columns={['name']} scope={null} />, {
    catalog,
    readings: [{ ...readingFixture('pipes', NOW), properties: ['name', 'kind'] }],
    engine: { rows: async () => ({ total: 3, rows }), total: async () => null },
  })
  expect(await screen.findByText('热力 · 东镇')).toBeTruthy()
  expect(screen.getByText('要素 · 117.10000, 35.20000')).toBeTruthy()
  expect(screen.getByText('主干管')).toBeTruthy()
  expect(screen.getByText('内部数据：导出的文件请按内部资料管理')).toBeTruthy()
})
