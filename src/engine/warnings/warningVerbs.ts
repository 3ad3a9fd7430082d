import type { Expression } from '#core/model/compileExpression.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { insideWarning, sumByArea } from '#core/warnings/insideWarning.ts'
import { inForce, notYetInForce, spanOfWarning, type WarningLevel, warningLevel } from '#core/warnings/warnings.ts'
import { type NamedFeature, nameOf } from '../featureWords'
import type { Answers, WorldView } from '../world/worldView'

/** A feed to be counted inside a warning's area: its features, or with `sum` a property by share of ground. */
interface InsideRequest {
  readonly feed: string
  readonly sum?: string | undefined
  /** Feed of areas by which the sheet of a warning parts the sum. */
  readonly by?: string | undefined
  readonly where?: Expression | undefined
}

export interface InsideCount {
  readonly feed: string
  /** Null: the feed has not come in. */
  readonly count: number | null
  /** Null: not asked for, not come in, or no feature inside has the property. */
  readonly sum: number | null
  /** Features that touch the area and lack the property: the sum is short of theirs. */
  readonly unknown: number
}

export interface WarningInForce {
  readonly mapId: number
  readonly id: string
  readonly level: WarningLevel | null
  readonly properties: Readonly<Record<string, unknown>>
  /** It is on the map; one that is not tells its area by words or codes alone. */
  readonly placed: boolean
  /** Epoch milliseconds; null is unknown. */
  readonly from: number | null
  readonly until: number | null
  /** In the order asked for. */
  readonly inside: readonly InsideCount[]
}

export interface WarningsRequest {
  readonly feed: string
  readonly inside: readonly InsideRequest[]
}

export interface WarningsAnswer {
  /** Most severe first, then the newest. */
  readonly inForce: readonly WarningInForce[]
  /** Given, but not begun: the first to begin first. */
  readonly coming: readonly WarningInForce[]
}

/** Of a sum what lies in one area. */
export interface SumOfArea {
  /** Null: in none of the areas. */
  readonly area: NamedFeature | null
  readonly sum: number
}

export interface InsideList extends InsideCount {
  /** The sum by area, the largest first. Null where no areas were asked for. */
  readonly byArea: readonly SumOfArea[] | null
  /** Features inside by name, at most `limit` of them. */
  readonly features: readonly NamedFeature[]
}

interface WarningSheetRequest extends WarningsRequest {
  readonly id: string
  /** Features of each feed to name. */
  readonly limit: number
}

/** Questions about warnings. */
export interface WarningVerbs {
  warningsInForce(request: WarningsRequest): WarningsAnswer
  /** What lies in one warning's area; null when the warning is not there. */
  warningSheet(request: WarningSheetRequest): readonly InsideList[] | null
}

export function warningVerbs(): Answers<WarningVerbs> {
  const insideOf = (view: WorldView, warning: CityFeature, { feed, sum, where }: InsideRequest) => {
    const filter = view.filterOf(where, null)
    const found = insideWarning(warning, view.features(feed).filter(filter), sum)
    const known = view.stored(feed) !== undefined
    const count: InsideCount = {
      feed,
      count: known ? found.features.length : null,
      sum: found.sum,
      unknown: found.unknown,
    }
    return { count, features: found.features }
  }

  const sumsOf = (view: WorldView, warning: CityFeature, request: InsideRequest): InsideList['byArea'] => {
    const { feed, sum, by, where } = request
    if (sum === undefined || by === undefined) return null
    const features = view.features(feed).filter(view.filterOf(where, null))
    return sumByArea(warning, features, sum, view.features(by)).map(({ area, sum: part }) => ({
      area: area && nameOf(area),
      sum: part,
    }))
  }

  const describe = (view: WorldView, warning: CityFeature, inside: readonly InsideRequest[]): WarningInForce => ({
    mapId: warning.mapId,
    id: warning.id,
    level: warningLevel(warning.properties.level),
    properties: warning.properties,
    placed: warning.geometry !== null,
    ...spanOfWarning(warning),
    inside: inside.map((request) => insideOf(view, warning, request).count),
  })

  return {
    warningsInForce(view, { feed, inside }) {
      const warnings = view.features(feed)
      const now = view.now()
      return {
        inForce: inForce(warnings, now).map((warning) => describe(view, warning, inside)),
        coming: notYetInForce(warnings, now).map((warning) => describe(view, warning, inside)),
      }
    },

    warningSheet(view, { feed, id, inside, limit }) {
      const warning = view.find(feed, id)
      if (!warning) return null
      return inside.map((request) => {
        const { count, features } = insideOf(view, warning, request)
        return {
          ...count,
          byArea: sumsOf(view, warning, request),
          features: features.map(nameOf).toSorted(byName).slice(0, limit),
        }
      })
    },
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function byName(a: { name: string | null; id: string }, b: { name: string | null; id: string }): number {
  return collator.compare(a.name ?? a.id, b.name ?? b.id)
}
