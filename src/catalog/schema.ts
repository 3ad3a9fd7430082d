import { z } from 'zod'
import { METHODS } from '#core/indicators/methods/methods.ts'
import type { Methods } from '#core/indicators/methods/metricMethod.ts'
import type { LocalText } from '#core/model/feature.ts'
import { RECORD_KINDS } from '#core/model/feature.ts'
import { ALARM_LEVELS } from '#core/model/feedDefinitions.ts'
import { type CatalogCard, card } from './cards/cards'
import { metricSchema } from './metricSchema'
import { expression, id, localText } from './terms'
import { CRS_NAMES, GROUPS, LIVE_TYPES, SOURCE_TYPES, USUAL_LENSES } from './vocabulary'

/**
 * The catalog: the public contract that puts a city on the map. Keys beginning `x-` are removed before parsing (see
 * `parseCatalog`); other unknown keys are faults. What a catalog may leave out is either given here, where it is the same
 * for every city, or in `defaults/`, where it follows from the rest: what is optional here is there in `Catalog`.
 */

/** `HH:MM`, up to 24:00. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

const city = z.strictObject({
  code: z.string(),
  name: localText,
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  timeZone: z.literal('Asia/Shanghai').default('Asia/Shanghai'),
  defaultScope: id.optional(),
  notice: localText.optional(),
  /** 审图号; without one the map says that it has not been reviewed. */
  mapApproval: z.string().optional(),
  clock: z.strictObject({ start: z.iso.datetime({ offset: true }) }).optional(),
})

const scope = z.strictObject({ id, title: localText.optional(), feed: id, where: expression.optional() })

const footprint = z.strictObject({
  radius: expression,
  azimuth: expression.optional(),
  beamwidth: expression.optional(),
})

/** What the footprints of a feed really see: cut by what stands in the way, and checked in the field. */
const sight = z.strictObject({
  /** Feed of polygons that stand in the way. */
  obstacles: id,
  /** Metres, of an obstacle; without one it hides all that lies behind it. */
  obstacleHeight: expression.optional(),
  /** Metres above the ground at which the feature looks; without it every obstacle hides all that lies behind it. */
  height: expression.optional(),
  /** Degrees below the horizon of the middle of the view, and the view's whole angle upright: with the height they bound what is near and far. */
  tilt: expression.optional(),
  verticalAngle: expression.optional(),
  /** Which were checked in the field, by whom and when. */
  confirmed: z.strictObject({ where: expression, by: expression.optional(), at: expression.optional() }).optional(),
})

/** Working days and hours, Asia/Shanghai; weekdays count from Monday 1 to Sunday 7. */
const calendar = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  hours: z.array(z.tuple([clockTime, clockTime])).min(1),
  holidays: z.array(z.iso.date()).default([]),
  workdays: z.array(z.iso.date()).default([]),
})

/** How long a case may take at each stage and as a whole: working minutes as expressions. */
const caseClock = z.strictObject({
  limits: z.record(z.string(), expression),
  whole: expression.optional(),
  roundTheClock: expression.optional(),
  dueSoon: z.number().min(0).max(1).default(0.25),
})

/** When a device is late or silent, in its own cycles (seconds, an expression). */
const reporting = z.strictObject({
  cycle: expression,
  late: z.number().positive().default(2),
  silent: z.number().positive().default(6),
  recover: z.int().positive().default(2),
})

const ruleParts = {
  id,
  title: localText.optional(),
  where: expression.optional(),
  level: z.enum(ALARM_LEVELS),
}

const alarmRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('threshold'),
    ...ruleParts,
    value: expression.optional(),
    above: expression.optional(),
    below: expression.optional(),
    margin: z.number().nonnegative().default(0),
    hold: z.number().nonnegative().default(0),
  }),
  z.strictObject({
    kind: z.literal('rate'),
    ...ruleParts,
    value: expression.optional(),
    minutes: z.number().positive(),
    rise: expression.optional(),
    fall: expression.optional(),
  }),
  z.strictObject({ kind: z.literal('silence'), ...ruleParts }),
])

const source = z.strictObject({
  type: z.enum(SOURCE_TYPES).default('geojson'),
  url: z.string().min(1),
  /** Columns of a table that hold the place: easting and northing (longitude and latitude), or well-known text. */
  x: z.string().min(1).optional(),
  y: z.string().min(1).optional(),
  wkt: z.string().min(1).optional(),
  /** Object of a TopoJSON topology; it may be left out where there is one. */
  object: z.string().min(1).optional(),
})

const feed = z.strictObject({
  id,
  title: localText.optional(),
  owner: z.string().optional(),
  record: z.enum(RECORD_KINDS),
  source,
  crs: z.enum(CRS_NAMES).default('wgs84'),
  fields: z.record(z.string(), z.string()).default({}),
  refreshSeconds: z.number().positive().optional(),
  staleSeconds: z.number().positive().optional(),
  sensitivity: z.enum(['public', 'internal']).default('public'),
  extent: z.enum(['city', 'context']).default('city'),
  footprint: footprint.optional(),
  sight: sight.optional(),
  /** Changes after the snapshot that `source` gives. */
  live: z
    .strictObject({
      type: z.enum(LIVE_TYPES),
      url: z.string().optional(),
      /** MQTT only; the path of `url` when absent. */
      topic: z.string().optional(),
      /** Silence on the connection after which it counts as broken. */
      heartbeatSeconds: z.number().positive().optional(),
      /** Features held at most, 100,000 when absent; what a reading of the source brings is held in any case. */
      most: z.number().int().positive().optional(),
      /** Which stay where more come: the newest (when absent), or the oldest. */
      keep: z.enum(['newest', 'oldest']).optional(),
    })
    .optional(),
  /** Endpoint of each verb (`dispatch`, `urge`, `return`, `note`, …); `demo:` is answered by the simulator. */
  actions: z.record(z.string(), z.string()).optional(),
  /** Clocks of a feed of cases. */
  clock: caseClock.optional(),
  /** Working days: a name among `calendars`, or a calendar. */
  calendar: z.union([id, calendar]).optional(),
  /** Alarm rules of a feed of devices. */
  rules: z.array(alarmRule).optional(),
  reporting: reporting.optional(),
  /** Feed of past readings: `device`, `start`, `step` (seconds), `values`. */
  series: id.optional(),
  /** Feed of closed cases of past weeks. */
  archive: id.optional(),
})

/**
 * Classes of a layer: value, words, colour and shape once, for paint, legend and table alike. In `style`, the string
 * `$class.color` becomes a `match` over `by` giving each class's colour, `$class.icon` its icon; `$name` alone is a
 * colour of the palette (`$covered`, `$gap`, `$red`, …), so that a layer follows the theme.
 */
const layerClasses = z.strictObject({
  by: expression,
  items: z.array(
    z.strictObject({
      value: z.union([z.string(), z.number(), z.boolean()]),
      title: localText,
      color: z.string(),
      icon: z.string().optional(),
    }),
  ),
  other: z.strictObject({ title: localText, color: z.string(), icon: z.string().optional() }).optional(),
})

const layer = z.strictObject({
  id,
  feed: id,
  title: localText.optional(),
  group: z.enum(GROUPS).optional(),
  /** Lenses it is seen through; through every one when there are none. */
  lens: z.array(id).default([]),
  filter: expression.optional(),
  /** MapLibre layer objects without `id` and `source`, or deck.gl kinds for what MapLibre cannot draw (`{"deck": "hexagon", …}`). */
  style: z.array(z.record(z.string(), z.unknown())).optional(),
  classes: layerClasses.optional(),
  popup: z.array(z.string()).optional(),
  label: expression.optional(),
  minzoom: z.number().optional(),
  maxzoom: z.number().optional(),
  /** Shown when the map opens; else offered in the layer list. */
  visible: z.boolean().default(true),
  /** Part of the basemap: on every map, loaded first, not in the legend. */
  base: z.boolean().default(false),
  /** Draw nearby points as clusters that say how many. */
  cluster: z.boolean().default(false),
})

const mapDefinition = z.strictObject({
  id,
  title: localText.optional(),
  layers: z.array(id).optional(),
  cards: z.array(card).optional(),
  table: z.strictObject({ feed: id, columns: z.array(z.string()).min(1).optional() }).optional(),
  /** Lenses it offers. */
  lenses: z.array(id).default([]),
})

/** A way of looking at the city: the rows of the standard and the layers that belong together. */
const lens = z.strictObject({
  id,
  title: localText.optional(),
  rows: z.array(id).default([]),
  /** Themes of the standard, in Chinese: all their rows. */
  categories: z.array(z.string()).default([]),
  /** Layers and maps may also name their lenses themselves. */
  layers: z.array(id).default([]),
  maps: z.array(id).default([]),
})

/** Which feed is what to the tools of the page; see `ROLES`. */
const roles = z.strictObject({
  /** Where people live: a feed, and how many each of its features stands for. */
  people: z.strictObject({ feed: id, value: expression }).optional(),
  grids: id.optional(),
  cases: id.optional(),
  devices: id.optional(),
  warnings: id.optional(),
  cameras: id.optional(),
  towns: id.optional(),
})

/**
 * What could be done for the rows, and what it would cost: a change of features that are there (`patch`), or new ones (`add`).
 * Each applies once to a feature. `checkMeasures` asks for one of the two.
 */
const measure = z.strictObject({
  id,
  title: localText.optional(),
  /** Who would do it. */
  unit: z.string().optional(),
  /** The feed that is changed, or added to. */
  feed: id,
  /** Which features it may be done to; with `add` which candidates, besides its own `where`. */
  where: expression.optional(),
  /** Properties it gives; null takes one away. */
  patch: z.record(z.string(), z.unknown()).optional(),
  add: z
    .strictObject({
      /** Feed of the places where it could be built. */
      candidates: id,
      where: expression.optional(),
      /** Of every new feature; the candidate's own when absent. */
      properties: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  /** A number from 0, asked of the feature that is changed, or of the candidate. */
  cost: expression,
})

const indicatorSchema = (methods: Methods) =>
  z.strictObject({ id, metrics: z.record(z.string(), metricSchema(methods)) })

export const catalogSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  city,
  /** URL of a standard; the bundled DB37/T 3890-2020 county table when absent. */
  standard: z.string().optional(),
  history: id.optional(),
  milestones: z.array(z.strictObject({ date: z.iso.date(), title: localText })).default([]),
  scopes: z.array(scope).default([]),
  calendars: z.record(z.string(), calendar).default({}),
  feeds: z.array(feed),
  roles: roles.default({}),
  lenses: z.array(lens).prefault(USUAL_LENSES),
  /** Without any, one for each feed that has a place. */
  layers: z.array(layer).default([]),
  /** Without any, the five of an operations centre, as far as there is something on them. */
  maps: z.array(mapDefinition).default([]),
  indicators: z.array(indicatorSchema(METHODS)),
  measures: z.array(measure).default([]),
})

/** The catalog where other methods may be named than the ones there are. */
export function catalogSchemaWith(methods: Methods): typeof catalogSchema {
  return catalogSchema.extend({ indicators: z.array(indicatorSchema(methods)) })
}

/** A catalog as it is written: what it leaves out is not there. */
export type WrittenCatalog = z.output<typeof catalogSchema>
export type WrittenLayer = z.output<typeof layer>
export type WrittenMap = z.output<typeof mapDefinition>

type Titled<T> = Omit<T, 'title'> & { title: LocalText }
type Given<T, K extends keyof T> = Omit<T, K> & { [Key in K]-?: NonNullable<T[Key]> }

export type CatalogFeed = Titled<WrittenCatalog['feeds'][number]>
export type CatalogLayer = Titled<Given<WrittenLayer, 'group' | 'style' | 'popup'>>
export type CatalogMap = Titled<Omit<WrittenMap, 'layers' | 'cards'>> & { layers: string[]; cards: CatalogCard[] }
type CatalogScope = Titled<WrittenCatalog['scopes'][number]>
export type CatalogMeasure = Titled<WrittenCatalog['measures'][number]>
export type CatalogLens = Titled<WrittenCatalog['lenses'][number]>

/** A whole catalog: what was left out has its default, and the page asks for nothing twice. See `completeCatalog`. */
export type Catalog = Omit<WrittenCatalog, 'feeds' | 'layers' | 'maps' | 'scopes' | 'lenses' | 'measures'> & {
  feeds: CatalogFeed[]
  layers: CatalogLayer[]
  maps: CatalogMap[]
  scopes: CatalogScope[]
  lenses: CatalogLens[]
  measures: CatalogMeasure[]
}
export type CatalogCity = Catalog['city']
export type LayerClasses = NonNullable<CatalogLayer['classes']>
export type LayerGroup = CatalogLayer['group']
