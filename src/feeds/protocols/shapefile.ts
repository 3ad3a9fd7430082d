import { type UnzipFileInfo, unzipSync } from 'fflate'
import { type Reason, reasonOf } from '#core/model/feedReport.ts'
import type { ProtocolResult, RawEntry, Remark } from './protocol'
import { crsOfPrj } from './shapefile/crsOfPrj'
import { readShapes } from './shapefile/readShapes'
import { readTable } from './shapefile/readTable'

/** Bytes of one file as unpacked, at most. */
const MOST_UNPACKED = 256 * 1024 * 1024

const ARCHIVE_FAILURES = {
  notZip: () => reasonOf('not-zip', '不是 zip 压缩包,或压缩包已损坏', 'is no zip archive, or a broken one'),
  noShapes: () => reasonOf('no-shp', '压缩包里没有 .shp 文件', 'the archive holds no .shp file'),
  severalShapes: (names: readonly string[]) =>
    reasonOf(
      'several-shp',
      `压缩包里有不止一个 .shp: ${names.join(', ')};请每个数据源一个`,
      `the archive holds more than one .shp: ${names.join(', ')}; one is wanted a feed`,
    ),
  tooLarge: (name: string) =>
    reasonOf(
      'too-large',
      `${name} 解压后超过 ${MOST_UNPACKED / 2 ** 20} MiB`,
      `${name} unpacks to more than ${MOST_UNPACKED / 2 ** 20} MiB`,
    ),
  brokenFile: (name: string, byte: number) =>
    reasonOf('broken-file', `${name} 不完整(第 ${byte} 字节)`, `${name} is broken or truncated (byte ${byte})`),
  text: (name: string) =>
    reasonOf(
      'not-text',
      `${name} 的文字既不是 UTF-8 也不是 GB18030`,
      `the text of ${name} is neither UTF-8 nor GB18030`,
    ),
  counts: (shapes: number, rows: number) =>
    reasonOf(
      'counts-differ',
      `.shp 有 ${shapes} 个图形,.dbf 有 ${rows} 行,无法对应`,
      `the .shp has ${shapes} shapes and the .dbf ${rows} rows: which belong together cannot be known`,
    ),
} as const
const REMARKS = {
  noTable: (): Remark => ({
    id: null,
    reason: reasonOf('no-dbf', '没有 .dbf:要素没有属性', 'there is no .dbf: features have no properties'),
  }),
  gb18030: (): Remark => ({
    id: null,
    reason: reasonOf(
      'read-as-gb18030',
      '.dbf 不是 UTF-8,已按 GB18030 读入',
      'the .dbf is not UTF-8 and was read as GB18030',
    ),
  }),
} as const
const DELETED = reasonOf('row-deleted', '该行在 .dbf 中已标为删除', 'the row is marked as deleted in the .dbf')

/** A zipped shapefile: one .shp, its .dbf, and its .prj, which is compared with the feed's `crs`. */
export function readShapefile(bytes: Uint8Array): ProtocolResult {
  const fail = (why: Reason): ProtocolResult => ({ ok: false, failure: { reason: why } })
  let tooLarge: string | null = null
  let files: Readonly<Record<string, Uint8Array>>
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }: UnzipFileInfo) {
        if (!/\.(?:shp|dbf|prj)$/i.test(name) || /(?:^|\/)(?:__MACOSX|\.)/.test(name)) return false
        if (originalSize > MOST_UNPACKED) tooLarge ??= name
        return originalSize <= MOST_UNPACKED
      },
    })
  } catch {
    return fail(ARCHIVE_FAILURES.notZip())
  }
  if (tooLarge !== null) return fail(ARCHIVE_FAILURES.tooLarge(tooLarge))
  const names = Object.keys(files)
  const shapeNames = names.filter((name) => /\.shp$/i.test(name))
  const [shapeName] = shapeNames
  if (shapeName === undefined) return fail(ARCHIVE_FAILURES.noShapes())
  if (shapeNames.length > 1) return fail(ARCHIVE_FAILURES.severalShapes(shapeNames))
  const beside = (ending: string) =>
    names.find((name) => name.toLowerCase() === shapeName.toLowerCase().replace(/shp$/, ending))

  const shapes = readShapes(files[shapeName]!)
  if (!shapes.ok) return fail(ARCHIVE_FAILURES.brokenFile(shapeName, shapes.byte))
  const tableName = beside('dbf')
  const table = tableName === undefined ? null : readTable(files[tableName]!)
  if (table?.ok === false) {
    return fail(
      table.wants === 'text' ? ARCHIVE_FAILURES.text(tableName!) : ARCHIVE_FAILURES.brokenFile(tableName!, table.byte),
    )
  }
  if (table && table.rows.length !== shapes.shapes.length) {
    return fail(ARCHIVE_FAILURES.counts(shapes.shapes.length, table.rows.length))
  }
  const projection = beside('prj')
  const entries = shapes.shapes.map((geometry, index): RawEntry => {
    const written = { index, writtenNumber: () => null }
    const properties = table ? table.rows[index] : {}
    if (properties === null) return { ...written, value: null, refusal: { id: null, field: 'row', reason: DELETED } }
    return { ...written, value: { type: 'Feature', properties, geometry } }
  })
  return {
    ok: true,
    collection: {
      entries,
      asOf: undefined,
      crsName: projection === undefined ? null : crsOfPrj(new TextDecoder().decode(files[projection]!)),
      remarks: [...(table ? [] : [REMARKS.noTable()]), ...(table?.encoding === 'gb18030' ? [REMARKS.gb18030()] : [])],
    },
  }
}
