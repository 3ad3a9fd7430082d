import { reasonOf } from '#core/model/feedReport.ts'

/** Why it cannot be told what it takes, and why a measure cannot be done to something. */
export const CHEAPEST_FAULTS = {
  noMeasures: () => reasonOf('no-measures', '目录没有措施（measures）', 'the catalog has no measures'),
  unknownRow: (row: string) => reasonOf('unknown-row', `标准中没有 ${row}`, `the standard has no row ${row}`),
  deduction: (row: string) =>
    reasonOf('deduction', `${row} 是扣分项，没有星级`, `${row} is a deduction and has no stars`),
  notRead: (feed: string) => reasonOf('not-read', `数据源 ${feed} 没有读到`, `feed ${feed} was not read`),
  tooMany: (most: number) =>
    reasonOf('too-many', `同一要素最多 ${most} 项措施`, `at most ${most} measures can be done to one feature`),
} as const
