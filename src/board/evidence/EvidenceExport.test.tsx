import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EvidenceRequest } from '#engine/engineApi.ts'
import { i18next } from '#i18n/i18n.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { FeedsUsed } from '../inspector/FeedsUsed'
import { EvidenceExport } from './EvidenceExport'

const ID = 'video-surveillance-networking'
const feed = (id: string, title: object, more: object = {}) => ({
  id,
  title,
  record: 'camera',
  source: { type: 'geojson', url: `${id}.geojson` },
  ...more,
})
const catalog = catalogFixture({
  feeds: [
    feed('cameras', { zh: '监控点', en: 'Cameras' }, { sensitivity: 'internal' }),
    feed('towns', { zh: '镇街', en: 'Towns' }),
  ],
})
const feedsByIndicator = { [ID]: ['cameras', 'towns'] }
const readings = [readingFixture('cameras', NOW), readingFixture('towns', NOW)]

/** Files handed to the browser: name and text. */
let downloads: { name: string; blob: Blob }[]

beforeEach(() => {
  downloads = []
  let latest = new Blob()
  // jsdom has no object URLs.
  URL.createObjectURL = (blob: Blob) => {
    latest = blob
    return 'blob:made'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, blob: latest })
  })
})
afterEach(async () => {
  Reflect.deleteProperty(URL, 'createObjectURL')
  Reflect.deleteProperty(URL, 'revokeObjectURL')
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await act(() => i18next.changeLanguage('zh-CN'))
})

test('writes the row in its scope to a file named after both, and says how it is verified', async () => {
  const asked: EvidenceRequest[] = []
  const blob = new Blob(['{"format":"one-map-evidence"}'])
  renderInCity(<EvidenceExport indicator={ID} scope="built-up" />, {
    catalog,
    feedsByIndicator,
    readings,
    engine: {
      evidence: async (request) => {
        asked.push(request)
        return blob
      },
    },
  })
  await userEvent.click(screen.getByRole('button', { name: '导出凭证' }))
  const name = `${ID}-built-up.evidence.json`
  expect(await screen.findByText(`已导出 ${name}`)).toBeTruthy()
  expect(asked).toEqual([{ indicator: ID, scope: 'built-up', catalogUrl: 'http://city.test/geodata/catalog.json' }])
  expect(downloads).toEqual([{ name, blob }])
  expect(screen.getByText(`核对命令：npm run evidence -- verify ${name}`)).toBeTruthy()
  // Cameras are for internal use, towns are not.
  expect(screen.getByText('文件内含内部数据源：监控点。对外提供前请确认。')).toBeTruthy()
})

test('without a scope the file says all; a failure is told, and can be tried again', async () => {
  const answers = [() => Promise.reject(new Error('no answer in 180 s')), async () => new Blob(['{}'])]
  await act(() => i18next.changeLanguage('en'))
  renderInCity(<EvidenceExport indicator={ID} scope={null} />, {
    catalog,
    feedsByIndicator,
    readings,
    engine: { evidence: () => answers.shift()!() },
  })
  const button = screen.getByRole('button', { name: 'Export evidence' })
  await userEvent.click(button)
  expect(await screen.findByText('The evidence could not be written: no answer in 180 s')).toBeTruthy()
  expect(downloads).toEqual([])
  await userEvent.click(button)
  expect(await screen.findByText(`Exported ${ID}-all.evidence.json`)).toBeTruthy()
  expect(downloads.map(({ name }) => name)).toEqual([`${ID}-all.evidence.json`])
})

test('while it is written it cannot be asked for twice; before the feeds are in, not at all', async () => {
  let end: (blob: Blob) => void = () => {}
  const evidence = vi.fn(() => new Promise<Blob>((resolve) => (end = resolve)))
  const { unmount } = renderInCity(<EvidenceExport indicator={ID} scope={null} />, {
    catalog,
    feedsByIndicator,
    readings,
    engine: { evidence },
  })
  const button = screen.getByRole<HTMLButtonElement>('button', { name: '导出凭证' })
  await userEvent.click(button)
  expect(button.disabled).toBe(true)
  expect(screen.getByRole('status').textContent).toBe('正在生成凭证')
  await userEvent.click(button)
  expect(evidence).toHaveBeenCalledTimes(1)
  await act(async () => end(new Blob()))
  await waitFor(() => expect(button.disabled).toBe(false))
  unmount()

  vi.stubGlobal('fetch', () => new Promise(() => {}))
  renderInCity(<EvidenceExport indicator={ID} scope={null} />, { catalog, feedsByIndicator, engine: { evidence } })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出凭证' }).disabled).toBe(true)
  expect(screen.getByRole('status').textContent).toBe('所用数据源载入后即可导出')
})

test('each feed shows what was let in of it and the beginning of its hash, the whole of it on hover', () => {
  const quarantined = [
    { index: 1, id: 'x', field: 'geometry', reason: { code: 'no-geometry', zh: '没有几何', en: 'has no geometry' } },
  ]
  const report = {
    ...readings[0]!.report,
    read: 1200,
    accepted: 1199,
    quarantined,
    sha256: `0123456789abcdef${'0'.repeat(48)}`,
  }
  renderInCity(<FeedsUsed indicator={ID} />, {
    catalog,
    feedsByIndicator,
    readings: [readingFixture('cameras', NOW, { report }), readings[1]!],
  })
  const hash = screen.getByText('SHA-256 0123456789ab…')
  expect(hash.title).toBe(report.sha256)
  expect(screen.getByText('读取 1200，采用 1199 · 隔离 1')).toBeTruthy()
})
