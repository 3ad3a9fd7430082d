import type { ParameterOverride } from '#core/model/evaluation.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { NamedFeature } from '../featureWords'

/** What the features of a feed really see, and what the metrics that count by them make of it. */
export interface SightRequest {
  readonly feed: string
  readonly scope: string | null
  readonly overrides?: readonly ParameterOverride[] | undefined
  readonly job: string
}

/** A metric by one reading of what is seen. */
export interface Coverage {
  readonly value: number | boolean | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/** A subject that counts by the footprints as declared, and not by what is seen. */
export interface PaperSubject extends NamedFeature {
  /** Covered share of it, 0 to 1. */
  readonly declared: number | null
  readonly seen: number | null
}

export interface SeenMetric {
  readonly indicator: string
  readonly metric: string
  /** Feed of the subjects. */
  readonly subjects: string
  /** By the footprints as declared: the number of the row. */
  readonly declared: Coverage
  /** By what is seen among obstacles. */
  readonly seen: Coverage
  /** By what those see that were checked in the field; null where the catalog does not say which were. */
  readonly confirmed: Coverage | null
  readonly onPaper: readonly PaperSubject[]
}

export interface Sight {
  readonly ok: true
  /** Feed of what stands in the way, how many there are, and how many of the file were not let in. */
  readonly obstacles: { readonly feed: string; readonly count: number; readonly refused: number }
  /** Features with a footprint that looks from a point. */
  readonly viewers: number
  /** Of those: that see less than 99 % of their footprint; that stand in an obstacle, which hides nothing from them; of no known height. */
  readonly cut: number
  readonly inside: number
  readonly heightless: number
  /** Square metres, each viewer for itself. */
  readonly declaredArea: number
  readonly seenArea: number
  /** How many were checked in the field; null where the catalog does not say. */
  readonly confirmed: number | null
  readonly metrics: readonly SeenMetric[]
  readonly unmeasured: readonly { readonly indicator: string; readonly metric: string; readonly why: string }[]
  /** What each sees, as polygons for the map with id, name, status and whether it is confirmed; good until the answer is another. */
  readonly url: string
}

export type SightAnswer = Sight | { readonly ok: false; readonly fault: Reason }
