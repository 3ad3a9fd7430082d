import type { FeedNotice, Reason } from '#core/model/feedReport.ts'

/** Leaves the handling of one feature: it is quarantined for this reason. Never leaves the door. */
export class QuarantineError extends Error {
  constructor(
    readonly field: string,
    readonly reason: Reason,
  ) {
    super(reason.en)
  }
}

const FIRST_FEW = 5

export interface NoticeLog {
  /** Notes something of one feature, or of the feed as a whole (`id` null). */
  readonly note: (reason: Reason, id: string | null, count?: number) => void
  /** One notice for each code, in the order of its first appearance. */
  readonly notices: () => FeedNotice[]
}

/** Gathers notices by code, counting features and keeping the first few ids. */
export function createNoticeLog(): NoticeLog {
  const byCode = new Map<string, { reason: Reason; count: number; ids: string[] }>()
  return {
    note: (reason, id, count = 1) => {
      const entry = byCode.get(reason.code) ?? { reason, count: 0, ids: [] }
      byCode.set(reason.code, entry)
      entry.count += count
      if (id !== null && entry.ids.length < FIRST_FEW) entry.ids.push(id)
    },
    notices: () => [...byCode.values()].map(({ reason, count, ids }) => ({ reason, count, ids: [...ids] })),
  }
}
