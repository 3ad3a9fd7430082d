import type { FeedReport } from '#core/model/feedReport.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { admitFeed } from '../../door/admitFeed'
import type { Remembered } from '../protocol'

/** Hand-written CAP 1.2, for tests. */
const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'

/** Elements by name, in order; a list repeats the element, an object nests. */
export type CapParts = Readonly<Record<string, unknown>>

/** 0.1 by 0.1 degrees from 117 E, 35 N, as CAP writes it: latitude first. */
export const BOX = '35,117 35,117.1 35.1,117.1 35.1,117 35,117'

export const INFO: CapParts = {
  language: 'zh-CN',
  category: 'Met',
  event: '暴雨',
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
  expires: '2026-09-01T12:00:00+08:00',
  senderName: '县气象局',
  headline: '暴雨橙色预警',
  description: '未来三小时雨量可达五十毫米以上',
  area: { areaDesc: '东镇', polygon: BOX },
}

const ALERT: CapParts = deepFreeze({
  identifier: 'A1',
  sender: 'met@example.gov.cn',
  sent: '2026-09-01T06:00:00+08:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
  info: INFO,
})

const element = (name: string, value: unknown): string => {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('\n')
  const content =
    typeof value === 'object' && value !== null
      ? `\n${Object.entries(value)
          .map(([inner, part]) => element(inner, part))
          .join('\n')}\n`
      : String(value)
  return `<${name}>${content}</${name}>`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A file of one alert, parts of which may be replaced; undefined leaves one out. */
export const capFile = (parts: CapParts = {}): string =>
  HEAD + element('alert', { ...ALERT, ...parts }).replace('<alert>', `<alert xmlns="${NAMESPACE}">`)

/** A file of several alerts. */
export const capFiles = (...alerts: readonly CapParts[]): string =>
  HEAD +
  element('alerts', { alert: alerts.map((parts) => ({ ...ALERT, ...parts })) }).replace(
    '<alerts>',
    `<alerts xmlns="${NAMESPACE}">`,
  )

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const withInfo = (parts: CapParts): CapParts => ({ info: { ...INFO, ...parts } })
export const withArea = (area: CapParts): CapParts => withInfo({ area })

const { city, feeds } = wholeCatalog({
  version: 1,
  city: { code: '000000', name: '示例县', bounds: [116.5, 34.5, 117.5, 35.5] },
  feeds: [{ id: 'warnings', record: 'warning', source: { type: 'cap', url: 'warnings.xml' } }],
  indicators: [],
})

/** Through the door, as the page and the command line read it. */
export function admitCap(text: string, earlier: Remembered = []) {
  const admission = admitFeed(bytesOf(text), feeds[0]!, city, Date.parse('2026-09-01T12:00:00+08:00'), earlier)
  if (!admission.ok) throw new Error(admission.failure.reason.en)
  return admission
}

/** Id, field and reason of every alert that was refused. */
export const refusals = (text: string) =>
  admitCap(text).report.quarantined.map(({ id, field, reason }) => [id, field, reason.code])

/** Codes of what was remarked. */
export const noticed = ({ notices }: Pick<FeedReport, 'notices'>) => notices.map(({ reason }) => reason.code)
