import type { Fault } from '#catalog/fault.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { MadeBy } from '#core/evidence/evidence.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { Explanation, ParameterOverride } from '#core/model/evaluation.ts'
import type { LocalText, RecordKind } from '#core/model/feature.ts'
import type { FeedReport, Reason } from '#core/model/feedReport.ts'
import type { Standard } from '#core/model/standard.ts'
import type { World } from '#core/model/world.ts'
import type { FeatureDetail } from '#feeds/store/describeFeature.ts'
import type { TableRow } from '#feeds/store/tableRows.ts'
import type { CaseVerbs } from './cases/caseVerbs'
import type { DataVerbs } from './data/dataVerbs'
import type { AlarmVerbs } from './devices/alarmVerbs'
import type { DeviceVerbs } from './devices/deviceVerbs'
import type { IndicatorVerbs, JobVerbs } from './indicators/indicatorVerbs'
import type { ActionVerbs } from './living/actionVerbs'
import type { LiveVerbs } from './living/liveVerbs'
import type { ResponseVerbs } from './response/responseVerbs'
import type { WarningVerbs } from './warnings/warningVerbs'
import type { WorldVerbs } from './world/worldVerbs'
import type { WorldView } from './world/worldView'

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
  | ({
      readonly ok: true
      readonly mapUrl: string
    } & Omit<FeedState, 'geometries'>)
  | {
      readonly ok: false
      readonly reason: Reason
      /** Lower-case hex of the bytes received. */
      readonly sha256: string
      /** From 1, where it is known. */
      readonly line?: number | undefined
      /** From 0, where it is known. */
      readonly byte?: number | undefined
    }

export type { FeatureDetail, TableRow }

/** How a feed stands in a world. */
export interface FeedState {
  readonly report: FeedReport
  /** [west, south, east, north], or null when nothing has a place. */
  readonly bounds: readonly [number, number, number, number] | null
  /** Property names seen, for tables. */
  readonly properties: readonly string[]
  /** Types of GeoJSON geometry seen. */
  readonly geometries: readonly string[]
}

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

/** The uncovered parts of rows, or of all. */
export interface GapsRequest {
  readonly scope: string | null
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
}

export interface EvidenceRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Where the catalog was read, for the record. */
  readonly catalogUrl: string
  /** `page` when absent. */
  readonly madeBy?: MadeBy | undefined
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

/** Questions about the city in one world. */
export interface Questions extends CaseVerbs, DataVerbs, DeviceVerbs, IndicatorVerbs, ResponseVerbs, WarningVerbs {}

/** What the page tells the engine, and hears from it, whatever world is on show. */
export interface Controls extends ActionVerbs, AlarmVerbs, JobVerbs, LiveVerbs, WorldVerbs {
  /** `catalogUrl`: where the catalog was read; addresses of live channels are relative to it. */
  openCatalog(catalogBytes: Uint8Array, standardBytes: Uint8Array | null, catalogUrl?: string): OpenedCatalog
  /** `written`: the bytes are the program's own, in WGS84 with canonical names whatever the catalog says. */
  admit(feedId: string, bytes: Uint8Array, written?: boolean): Admission
  /** A feed could not be had, for the record: evidence says why. */
  unreachable(feedId: string, reason: Reason): void
}

/** Questions that say first which world they are about. */
export type OfWorlds<Asked> = {
  readonly [K in keyof Asked]: Asked[K] extends (...args: infer Args) => infer Answer
    ? (world: World, ...args: Args) => Promise<Awaited<Answer>>
    : never
}

/** The same questions answered from the view of a world: what a group of verbs is. */
export type Answers<Asked> = {
  readonly [K in keyof Asked]: Asked[K] extends (...args: infer Args) => infer Answer
    ? (view: WorldView, ...args: Args) => Answer
    : never
}

/**
 * The city's data, held off the main thread: the catalog is opened here, feeds pass the door here, and tables, search and
 * indicators are answered from here. Only answers cross to the page.
 */
export interface CityEngine extends Controls, OfWorlds<Questions> {}

type Promised<T> = [T] extends [Promise<unknown>] ? T : Promise<T>
type FromElsewhere<Verbs> = {
  readonly [K in keyof Verbs]: Verbs[K] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promised<Answer>
    : never
}

/** The same verbs, answered from another thread. */
export type AsyncCityEngine = FromElsewhere<CityEngine>

/** The verbs as they are asked once it is settled which world they are about. */
export type WorldEngine = FromElsewhere<Controls> & FromElsewhere<Questions>
