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
/** So many wordings of one code stand apart; what comes after is counted with the first. */
const MOST_WORDINGS = 20

export interface NoticeLog {
  /** Notes something of one feature, or of the feed as a whole (`id` null). */
  readonly note: (reason: Reason, id: string | null, count?: number) => void
  /**
   * One notice for each code, in the order of its first appearance. What was left out of a feature, or of which of its
   * members nobody knows what is meant, is said in its own words: one notice for each wording.
   */
  readonly notices: () => FeedNotice[]
}

const OWN_WORDS: ReadonlySet<string> = new Set([
  'hole-dropped',
  'part-dropped',
  'number-too-large-read-as-null',
  'key-twice-alike',
  'key-twice-read-as-null',
  'key-twice-unread',
])

/** Gathers notices, counting features and keeping the first few ids. */
export function createNoticeLog(): NoticeLog {
  const gathered = new Map<string, { reason: Reason; count: number; ids: string[] }>()
  const wordings = new Map<string, number>()
  const keyOf = ({ code, zh }: Reason): string => {
    if (!OWN_WORDS.has(code)) return code
    const said = wordings.get(code) ?? 0
    if (said === 0 || gathered.get(code)?.reason.zh === zh) return code
    const own = `${code}:${zh}`
    return gathered.has(own) || said < MOST_WORDINGS ? own : code
  }
  return {
    note: (reason, id, count = 1) => {
      const key = keyOf(reason)
      const before = gathered.get(key)
      if (!before) wordings.set(reason.code, (wordings.get(reason.code) ?? 0) + 1)
      const entry = before ?? { reason, count: 0, ids: [] }
      gathered.set(key, entry)
      entry.count += count
      if (id !== null && entry.ids.length < FIRST_FEW) entry.ids.push(id)
    },
    notices: () => [...gathered.values()].map(({ reason, count, ids }) => ({ reason, count, ids: [...ids] })),
  }
}
