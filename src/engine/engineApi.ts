import type { Fault } from '#catalog/fault.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { Standard } from '#core/model/standard.ts'
import type { World } from '#core/model/world.ts'
import type { CaseVerbs } from './cases/caseVerbs'
import type { CheapestVerbs } from './cheapest/cheapestVerbs'
import type { DataVerbs, FeedState } from './data/dataVerbs'
import type { AlarmVerbs } from './devices/alarmVerbs'
import type { DeviceVerbs } from './devices/deviceVerbs'
import type { DrawingVerbs } from './drawing/drawingVerbs'
import type { IndicatorVerbs, JobVerbs } from './indicators/indicatorVerbs'
import type { ActionVerbs } from './living/actionVerbs'
import type { LiveVerbs } from './living/liveVerbs'
import type { PlanningVerbs } from './planning/planningVerbs'
import type { ResponseVerbs } from './response/responseVerbs'
import type { SightVerbs } from './sight/sightVerbs'
import type { SitingVerbs } from './siting/sitingVerbs'
import type { SystemVerbs } from './systems/systemVerbs'
import type { WarningVerbs } from './warnings/warningVerbs'
import type { WorldVerbs } from './world/worldVerbs'

export type { FeatureDetail } from '#feeds/store/describeFeature.ts'
export type { TableRow } from '#feeds/store/tableRows.ts'
export type { Rows, RowsRequest } from './data/dataVerbs'
export type { ExplainedMetric } from './indicators/explainMetric'
export type {
  EvaluateRequest,
  EvidenceRequest,
  RobustnessRequest,
} from './indicators/indicatorVerbs'
export type { GapList } from './planning/planningQuestions'
export type { FeatureHit, PlaceHit, SearchHit } from './search/searchHit'

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

/** Questions about the city in one world. */
export interface Questions
  extends CaseVerbs,
    CheapestVerbs,
    DataVerbs,
    DeviceVerbs,
    DrawingVerbs,
    IndicatorVerbs,
    PlanningVerbs,
    ResponseVerbs,
    SightVerbs,
    SitingVerbs,
    SystemVerbs,
    WarningVerbs {}

/** What the page tells the engine, and hears from it, whatever world is on show. */
export interface Controls extends ActionVerbs, AlarmVerbs, JobVerbs, LiveVerbs, WorldVerbs {
  /** `catalogUrl`: where the catalog was read; addresses of live channels are relative to it. */
  openCatalog(catalogBytes: Uint8Array, standardBytes: Uint8Array | null, catalogUrl?: string): OpenedCatalog
  /**
   * `written`: the bytes are the program's own, in WGS84 with canonical names whatever the catalog says. `readAt`: when they
   * left their server, real epoch milliseconds; now when absent.
   */
  admit(feedId: string, bytes: Uint8Array, written?: boolean, readAt?: number): Admission
  /** A feed could not be had, for the record: evidence says why. */
  unreachable(feedId: string, reason: Reason): void
}

/** Questions that say first which world they are about. */
export type OfWorlds<Asked> = {
  readonly [K in keyof Asked]: Asked[K] extends (...args: infer Args) => infer Answer
    ? (world: World, ...args: Args) => Promise<Awaited<Answer>>
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
