import type { FeedReport, Quarantined } from '#core/model/feedReport.ts'

/** Warnings of a reading that were not taken. */
export interface RefusedWarnings {
  /** Nobody knows what they warn of, or where. */
  readonly unclear: readonly Quarantined[]
  /** Understood: they hold elsewhere. */
  readonly elsewhere: readonly Quarantined[]
  /** All of them. */
  readonly count: number
}

/**
 * What of a feed of warnings was refused. An area far from the city is taken at its word, unless the layer as a whole looks
 * misplaced by a fault of its own, such as swapped axes.
 */
export function refusedWarnings(report: Pick<FeedReport, 'quarantined' | 'notices'> | undefined): RefusedWarnings {
  const all = report?.quarantined ?? []
  const faulty = report?.notices.some(({ reason: { code } }) => code.startsWith('layer-') && code !== 'layer-shifted')
  const isElsewhere = ({ reason }: Quarantined) => reason.code === 'outside-city' && !faulty
  return {
    unclear: all.filter((each) => !isElsewhere(each)),
    elsewhere: all.filter(isElsewhere),
    count: all.length,
  }
}
