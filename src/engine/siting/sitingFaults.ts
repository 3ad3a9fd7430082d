import { type Reason, reasonOf } from '#core/model/feedReport.ts'

const none = { zh: '无', en: 'none' }
const list = (names: readonly string[], lang: 'zh' | 'en') => (names.length > 0 ? names.join(', ') : none[lang])

/** Why sites cannot be suggested. */
export const SITING_FAULTS = {
  unknownRow: (row: string) => reasonOf('unknown-row', `标准中没有 ${row}`, `the standard has no row ${row}`),
  unknownMetric: (row: string, metric: string, there: readonly string[]) =>
    reasonOf(
      'unknown-metric',
      `${row} 没有可选址的度量 ${metric};可选: ${list(there, 'zh')}`,
      `${row} has no metric ${metric} of method covered or near; there are: ${list(there, 'en')}`,
    ),
  whichMetric: (row: string, there: readonly string[]) =>
    reasonOf(
      'which-metric',
      `${row} 应恰有一个 covered 或 near 度量,实有: ${list(there, 'zh')}`,
      `${row} must have exactly one metric of method covered or near, or one must be named; there are: ${list(there, 'en')}`,
    ),
  notMeasured: (row: string, metric: string, why: string) =>
    reasonOf('not-measured', `${row}.${metric} 无法计算: ${why}`, `${row}.${metric} cannot be measured: ${why}`),
  unknownFeed: (feed: string) =>
    reasonOf('unknown-feed', `目录中没有数据源 ${feed}`, `the catalog has no feed ${feed}`),
  notRead: (feed: string) => reasonOf('not-read', `数据源 ${feed} 没有读到`, `feed ${feed} was not read`),
  gridRefused: (why: Reason) =>
    reasonOf('grid-refused', `网格点不能作为新站点: ${why.zh}`, `a place of the grid cannot be a new site: ${why.en}`),
  gridTooFine: (count: number, most: number) =>
    reasonOf(
      'grid-too-fine',
      `网格有 ${count} 个方格,最多 ${most} 个`,
      `the grid has ${count} squares, at most ${most} are allowed`,
    ),
} as const

/** Why a candidate is passed over, besides what the door says. */
export const REFUSALS = {
  byWhere: () => reasonOf('by-where', '不满足 byWhere', 'byWhere does not hold for it'),
  noFootprint: () => reasonOf('no-footprint', '没有覆盖范围', 'it has no footprint'),
  notAPoint: () => reasonOf('not-a-point', '不是点', 'it is no point'),
  noPlace: () => reasonOf('no-place', '没有位置', 'it has no place'),
} as const
