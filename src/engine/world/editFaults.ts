import type { FailureReason } from '#core/model/failureReason.ts'
import { type Reason, reasonOf } from '#core/model/feedReport.ts'

/** An edit that cannot be made: which one (from 1), of what, and why. */
export interface EditFault {
  readonly number: number
  readonly feed: string
  readonly id: string | null
  /** `geometry`, `properties.<name>`, `id`, `footprint.<part>`; null for the edit as a whole. */
  readonly field: string | null
  readonly reason: Reason
}

/** Why an edit cannot be made, besides what the door says. */
export const EDIT_FAULTS = {
  unknownFeed: (feed: string) =>
    reasonOf('unknown-feed', `目录中没有数据源 ${feed}`, `the catalog has no feed ${feed}`),
  notRead: (feed: string) => reasonOf('not-read', `数据源 ${feed} 没有读到`, `feed ${feed} was not read`),
  noId: () => reasonOf('no-id', '缺少 id', 'it has no id'),
  unknownId: (id: string) => reasonOf('unknown-id', `没有 id 为 ${id} 的要素`, `there is no feature with id ${id}`),
  notAPoint: () => reasonOf('not-a-point', '只有点可以移动', 'only a point can be moved'),
} as const

/** A world that cannot be had: every edit of its plan that cannot be made, named. */
export class WorldFault extends Error {
  readonly faults: readonly EditFault[]
  readonly reason: FailureReason

  constructor(faults: readonly EditFault[]) {
    const lines = (line: (fault: EditFault) => string) => faults.map(line).join('\n')
    const reason = {
      zh: lines(({ number, feed, id, reason: { zh } }) => `第 ${number} 项改动（${feed} ${id ?? ''}）：${zh}`),
      en: lines(({ number, feed, id, reason: { en } }) => `change ${number} (${feed} ${id ?? ''}): ${en}`),
    }
    super(reason.en)
    this.reason = reason
    this.name = 'WorldFault'
    this.faults = faults
  }
}
