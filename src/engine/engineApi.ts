import type { Fault } from '#catalog/fault.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { Explanation, ParameterOverride } from '#core/model/evaluation.ts'
import type { LocalText, RecordKind } from '#core/model/feature.ts'
import type { FeedReport, Reason } from '#core/model/feedReport.ts'
import type { Standard } from '#core/model/standard.ts'
import type { FeatureDetail } from '#feeds/store/describeFeature.ts'
import type { TableRow } from '#feeds/store/tableRows.ts'
import type { CaseVerbs } from './cases/caseVerbs'
import type { DataVerbs } from './data/dataVerbs'
import type { DeviceVerbs } from './devices/deviceVerbs'
import type { IndicatorVerbs } from './indicators/indicatorVerbs'
import type { ActionVerbs } from './living/actionVerbs'
import type { LiveVerbs } from './living/liveVerbs'
import type { WarningVerbs } from './warnings/warningVerbs'
import type { PlaybackVerbs } from './world/playbackVerbs'

export type OpenedCatalog =
  | {
      readonly ok: true
      readonly catalog: Catalog
      readonly standard: Standard
      /** Feeds each row of the standard needs, its scope's and the reported ones included. */
      readonly feedsByIndicator: Readonly<Record<string, readonly string[]>>
      /** What the methods that metrics may name say about themselves, by name. */
      readonly methods: Readonly<Record<string, MethodFacts>>
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** What the door made of one reading of a feed. `mapUrl` is a blob URL of GeoJSON with numeric ids. */
export type Admission =
  | {
      readonly ok: true
      readonly report: FeedReport
      readonly mapUrl: string
      /** [west, south, east, north], or null when nothing has a place. */
      readonly bounds: readonly [number, number, number, number] | null
      /** Property names seen, for tables. */
      readonly properties: readonly string[]
    }
  | { readonly ok: false; readonly reason: Reason }

export type { FeatureDetail, TableRow }

export interface RowsRequest {
  readonly feed: string
  /** Property names; `id`, `name`, `time` are always known. */
  readonly columns: readonly string[]
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined
  readonly limit?: number | undefined
}

export interface Rows {
  readonly total: number
  readonly rows: readonly TableRow[]
}

export interface SearchHit {
  readonly feed: string
  readonly mapId: number
  readonly id: string
  readonly name: string
  readonly record: RecordKind
  readonly at: readonly [number, number] | null
}

export interface BreakdownRequest {
  readonly feed: string
  readonly by: string
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
}

export interface TotalRequest {
  readonly feed: string
  /** Property to add up; features are counted when absent. */
  readonly sum?: string | undefined
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
}

export interface EvaluateRequest {
  readonly scope: string | null
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

export interface RobustnessRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

export interface ExplainRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly metric: string
  readonly overrides?: readonly ParameterOverride[] | undefined
}

export interface EvidenceRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Where the catalog was read, for the record. */
  readonly catalogUrl: string
}

/** An explanation whose gaps and footprints stay off the main thread: a blob URL for the map, and counts. */
export type ExplainedMetric = Omit<Explanation, 'gaps' | 'footprints'> & {
  readonly gapsUrl: string
  /** Blob URL of the edge of the union of the footprints that cover the subjects; null when there are none. */
  readonly footprintsUrl: string | null
  readonly gapCount: number
  readonly gapArea: number
  /** Names of the subjects by id, where they have one. */
  readonly names: Readonly<Record<string, LocalText>>
}

/**
 * The city's data, held off the main thread: the catalog is opened here, feeds pass the door here, and tables, search and
 * indicators are answered from here. Only answers cross to the page.
 */
export interface CityEngine
  extends ActionVerbs,
    CaseVerbs,
    DataVerbs,
    DeviceVerbs,
    IndicatorVerbs,
    LiveVerbs,
    PlaybackVerbs,
    WarningVerbs {
  /** `catalogUrl`: where the catalog was read; addresses of live channels are relative to it. */
  openCatalog(catalogBytes: Uint8Array, standardBytes: Uint8Array | null, catalogUrl?: string): OpenedCatalog
  admit(feedId: string, bytes: Uint8Array): Admission
}

type Promised<T> = [T] extends [Promise<unknown>] ? T : Promise<T>
/** The same verbs, answered from another thread. */
export type AsyncCityEngine = {
  readonly [K in keyof CityEngine]: (...args: Parameters<CityEngine[K]>) => Promised<ReturnType<CityEngine[K]>>
}
