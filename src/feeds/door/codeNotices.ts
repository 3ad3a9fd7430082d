import type { RecordKind } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { NOTICES } from './reasons'

type Properties = Readonly<Record<string, unknown>>

/** Codes of national standards that are not formed as the standard has it. They keep no feature out. */
export function codeNotices(record: RecordKind, id: string | null, properties: Properties): Reason[] {
  switch (record) {
    case 'camera':
      return cameraNotice(typeof properties.code === 'string' ? properties.code : id)
    case 'case':
      return sizedNotice(properties.grid, 15, 'GB/T 30428', '15 位单元网格编码', 'a grid code of 15 digits')
    case 'store':
      return stockCodes(properties.stock).flatMap((code) =>
        sizedNotice(code, 7, 'GB/T 38565', '7 位应急物资编码', 'a supply code of 7 digits'),
      )
    default:
      return []
  }
}

/** GB/T 28181: 8 digits of the centre, 2 of the trade, 3 of the type (131 camera, 132 network camera), 1, and 6. */
function cameraNotice(code: string | null): Reason[] {
  if (code === null || /^\d{10}13[12]\d{7}$/.test(code)) return []
  return [
    NOTICES.codeMalformed(
      'GB/T 28181',
      '20 位数字,第 11-13 位为 131 或 132',
      '20 digits, of which 11 to 13 are 131 or 132',
      code,
    ),
  ]
}

/** Only what is written in digits alone is meant as a code; a name in its place is no malformed code. */
function sizedNotice(code: unknown, digits: number, standard: string, zh: string, en: string): Reason[] {
  if (typeof code !== 'string' || !/^\d+$/.test(code) || code.length === digits) return []
  return [NOTICES.codeMalformed(standard, zh, en, code)]
}

function stockCodes(stock: unknown): unknown[] {
  if (!Array.isArray(stock)) return []
  return stock.map((item: unknown) => (typeof item === 'object' && item !== null && 'code' in item ? item.code : null))
}
