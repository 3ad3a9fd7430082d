import { WANTED } from '#catalog/fault.ts'
import type { JsonWant } from '#catalog/json/scanJson.ts'
import type { Reason } from '#core/model/feedReport.ts'

const define =
  <Arguments extends unknown[]>(code: string, words: (...parts: Arguments) => { zh: string; en: string }) =>
  (...parts: Arguments): Reason => ({ code, ...words(...parts) })

const fixed = (code: string, zh: string, en: string) => define(code, () => ({ zh, en }))

/** Why a feed as a whole cannot be read. */
export const FAILURES = {
  empty: fixed('empty', '文件为空', 'the file is empty'),
  notUtf8: define('not-utf8', (byte: number, like: string) => ({
    zh: `不是 UTF-8 文本(第 ${byte} 字节起)${like === '' ? '' : `,看来是 ${like}`}`,
    en: `is not UTF-8 text (from byte ${byte})${like === '' ? '' : `, looks like ${like}`}`,
  })),
  notJson: define('not-json', (line: number, column: number, wants: JsonWant, found: string) => ({
    zh: `不是 JSON:第 ${line} 行第 ${column} 列应为${WANTED[wants].zh},实为 ${JSON.stringify(found)}`,
    en: `is not JSON: line ${line}, column ${column}: expected ${WANTED[wants].en}, found ${JSON.stringify(found)}`,
  })),
  markup: define('markup', (line: number) => ({
    zh: `第 ${line} 行以“<”开头:这是网页或 XML,不是 GeoJSON`,
    en: `line ${line} begins with "<": this is a web page or XML, not GeoJSON`,
  })),
  lines: define('geojson-lines', (line: number) => ({
    zh: `第 ${line} 行又开始一个 JSON 值:看来是逐行 GeoJSON(GeoJSONSeq),请改用 FeatureCollection`,
    en: `line ${line} begins another JSON value: looks like line-delimited GeoJSON (GeoJSONSeq); a FeatureCollection is wanted`,
  })),
  truncated: define('truncated', (line: number, byte: number) => ({
    zh: `文件不完整:在第 ${line} 行(第 ${byte} 字节)中断`,
    en: `is truncated: the text stops on line ${line} (byte ${byte})`,
  })),
  topojson: fixed('topojson', '这是 TopoJSON,不是 GeoJSON', 'is TopoJSON, not GeoJSON'),
  esriJson: fixed('esri-json', '这是 Esri JSON,不是 GeoJSON', 'is Esri JSON, not GeoJSON'),
  notGeoJson: define('not-geojson', (found: string) => ({
    zh: `不是 GeoJSON:type 应为 FeatureCollection、Feature 或几何类型,实为 ${found}`,
    en: `is not GeoJSON: type should be FeatureCollection, Feature or a geometry type, found ${found}`,
  })),
  featuresNotList: define('features-not-list', (found: string) => ({
    zh: `FeatureCollection 的 features 应为列表,实为 ${found}`,
    en: `features of the FeatureCollection should be a list, found ${found}`,
  })),
  unknownCrs: define('unknown-crs', (crs: string) => ({
    zh: `不支持的坐标系 ${crs}`,
    en: `coordinate reference system ${crs} is not supported`,
  })),
  badFootprint: define('bad-footprint', (part: string, error: string) => ({
    zh: `footprint.${part} 不是可用的表达式:${error}`,
    en: `footprint.${part} is not a usable expression: ${error}`,
  })),
  unreachable: define('unreachable', (url: string, why: string) => ({
    zh: `读不到 ${url}:${why}`,
    en: `cannot read ${url}: ${why}`,
  })),
} as const

/** Why one feature is quarantined. */
export const QUARANTINE = {
  notAFeature: define('not-a-feature', (found: string) => ({
    zh: `不是 Feature 对象,实为 ${found}`,
    en: `is not a Feature object, found ${found}`,
  })),
  propertiesNotObject: define('properties-not-object', (found: string) => ({
    zh: `properties 应为对象,实为 ${found}`,
    en: `properties should be an object, found ${found}`,
  })),
  noGeometry: fixed('no-geometry', '没有几何', 'has no geometry'),
  emptyCoordinates: fixed('empty-coordinates', '坐标为空', 'has empty coordinates'),
  unknownGeometryType: define('unknown-geometry-type', (found: string) => ({
    zh: `未知的几何类型 ${found}`,
    en: `unknown geometry type ${found}`,
  })),
  geometryCollection: fixed('geometry-collection', '不接受 GeometryCollection', 'a GeometryCollection is not accepted'),
  wrongGeometryType: define('wrong-geometry-type', (record: string, wanted: string, found: string) => ({
    zh: `${record} 的几何应为 ${wanted},实为 ${found}`,
    en: `the geometry of a ${record} should be ${wanted}, found ${found}`,
  })),
  notNumber: define('coordinate-not-number', (found: string) => ({
    zh: `坐标不是有限的数字:${found}`,
    en: `a coordinate is not a finite number: ${found}`,
  })),
  badNesting: define('bad-nesting', (type: string, found: string) => ({
    zh: `坐标的层次不合 ${type}:${found}`,
    en: `coordinates are not nested as ${type} wants: ${found}`,
  })),
  shortPosition: define('short-position', (found: string) => ({
    zh: `坐标不足两个数:${found}`,
    en: `a position has fewer than two numbers: ${found}`,
  })),
  shortLine: define('short-line', (count: number) => ({
    zh: `线只有 ${count} 个不同的点,至少要两个`,
    en: `a line of ${count} distinct position(s), at least two are needed`,
  })),
  shortRing: define('short-ring', (count: number) => ({
    zh: `环只有 ${count} 个点,至少要四个`,
    en: `a ring of ${count} position(s), at least four are needed`,
  })),
  emptyRing: fixed('ring-without-area', '环没有面积', 'a ring of no area'),
  cannotConvert: define('cannot-convert', (crs: string, x: number, y: number) => ({
    zh: `坐标 [${x}, ${y}] 不能从 ${crs} 换算`,
    en: `position [${x}, ${y}] cannot be converted from ${crs}`,
  })),
  outOfRange: define('out-of-range', (x: number, y: number) => ({
    zh: `坐标 [${x}, ${y}] 超出 ±180/±90 度`,
    en: `position [${x}, ${y}] is beyond ±180/±90 degrees`,
  })),
  outsideCity: define('outside-city', (x: number, y: number) => ({
    zh: `坐标 [${x}, ${y}] 远在城市范围之外`,
    en: `position [${x}, ${y}] is far outside the city`,
  })),
  idWrongKind: define('id-wrong-kind', (found: string) => ({
    zh: `标识应为文本或整数,实为 ${found}`,
    en: `the id should be text or an integer, found ${found}`,
  })),
  idTooLarge: define('id-too-large', (found: string) => ({
    zh: `整数标识 ${found} 超过 2^53,数字已不可靠,应写成文本`,
    en: `integer id ${found} is beyond 2^53 and loses digits; write it as text`,
  })),
  missing: define('missing-property', (record: string, property: string) => ({
    zh: `${record} 缺少必需的 ${property}`,
    en: `a ${record} needs ${property}, which is missing`,
  })),
  wrongKind: define('wrong-kind', (property: string, wantedZh: string, wantedEn: string, found: string) => ({
    zh: `${property} 应为${wantedZh},实为 ${found}`,
    en: `${property} should be ${wantedEn}, found ${found}`,
  })),
  radiusMissing: fixed('footprint-radius-missing', '覆盖半径缺失', 'the footprint radius is missing'),
  radiusNotNumber: define('footprint-radius-not-number', (found: string) => ({
    zh: `覆盖半径应为数字,实为 ${found}`,
    en: `the footprint radius should be a number, found ${found}`,
  })),
  radiusNegative: define('footprint-radius-negative', (found: number) => ({
    zh: `覆盖半径为负:${found}`,
    en: `the footprint radius is negative: ${found}`,
  })),
  azimuthNotNumber: define('footprint-azimuth-not-number', (found: string) => ({
    zh: `方位角应为数字,实为 ${found}`,
    en: `the footprint azimuth should be a number, found ${found}`,
  })),
  beamwidthNotNumber: define('footprint-beamwidth-not-number', (found: string) => ({
    zh: `波束宽度应为数字,实为 ${found}`,
    en: `the footprint beamwidth should be a number, found ${found}`,
  })),
  beamwidthNotPositive: define('footprint-beamwidth-not-positive', (found: number) => ({
    zh: `波束宽度应大于 0,实为 ${found}`,
    en: `the footprint beamwidth should be above 0, found ${found}`,
  })),
} as const

/** What was mended, or is remarkable, and kept no feature out. */
export const NOTICES = {
  ringClosed: fixed('ring-closed', '未闭合的环已闭合', 'an open ring was closed'),
  thirdDropped: fixed('third-coordinate-dropped', '第三个坐标已去掉', 'a third coordinate was dropped'),
  windingSet: fixed('winding-set', '环的方向已改正', 'the winding of a ring was set right'),
  repeatRemoved: fixed('repeated-position-removed', '重复的点已去掉', 'a repeated position was removed'),
  idNumbered: fixed('duplicate-id-numbered', '重复的标识已编号', 'a duplicate id was numbered'),
  idFromIndex: fixed('id-from-index', '没有标识,以序号代替', 'has no id; one was made from its index'),
  liveForbidden: fixed(
    'live-forbidden',
    '有要素没有标识,不能接实时变更',
    'features without an id cannot follow live changes',
  ),
  geometryIgnored: fixed(
    'geometry-ignored',
    'reported 记录不用几何,已略去',
    'a reported value has no place; its geometry was left out',
  ),
  noPlace: fixed('no-place', '没有几何:只在不限范围时计数', 'has no geometry: it counts only where there is no scope'),
  notOnMap: fixed(
    'warning-not-on-map',
    '未落图:没有可用的边界,只有文字或代码;照常列出,不画在图上',
    'not on the map: it has no outline that can be used, only words or codes; it is listed all the same',
  ),
  areaUnusable: define('warning-area-unusable', (why: Reason) => ({
    zh: `给出的边界不能用:${why.zh}`,
    en: `the outline it gives cannot be used: ${why.en}`,
  })),
  timeUnreadable: define('time-unreadable', (found: string) => ({
    zh: `时间读不懂,按未知处理,如 ${found}`,
    en: `a time cannot be read and counts as unknown, such as ${found}`,
  })),
  crsMember: define('crs-member', (found: string, crs: string) => ({
    zh: `文件内的 crs(${found})与目录的 ${crs} 不一致,以目录为准`,
    en: `the crs member (${found}) disagrees with the catalog's ${crs}; the catalog wins`,
  })),
  codeMalformed: define('code-malformed', (standard: string, wantedZh: string, wantedEn: string, found: string) => ({
    zh: `编码不合 ${standard}(${wantedZh}),如 ${found}`,
    en: `a code is not as ${standard} has it (${wantedEn}), such as ${found}`,
  })),
  layerSwapped: fixed(
    'layer-swapped',
    '整层不在本市:看来经度与纬度写反了',
    'the whole layer lies outside the city: longitude and latitude look swapped',
  ),
  layerOtherCrs: define('layer-other-crs', (crs: string, likely: string, swapped: boolean) => ({
    zh: `整层不在本市:目录写 ${crs},看来其实是 ${likely}${swapped ? ',且北坐标在前' : ''}`,
    en: `the whole layer lies outside the city: the catalog says ${crs}, it looks like ${likely}${swapped ? ' with northing first' : ''}`,
  })),
  layerScaled: define('layer-scaled', (zh: string, en: string) => ({
    zh: `整层不在本市:坐标看来以${zh}为单位`,
    en: `the whole layer lies outside the city: coordinates look like ${en}`,
  })),
  layerSign: fixed(
    'layer-sign',
    '整层不在本市:看来坐标的正负号反了',
    'the whole layer lies outside the city: the sign of coordinates looks wrong',
  ),
  layerNull: fixed(
    'layer-null-island',
    '整层落在 (0, 0):看来没有真实坐标',
    'the whole layer lies at (0, 0): it seems to have no real coordinates',
  ),
  layerShifted: define('layer-shifted', (east: string, north: string) => ({
    zh: `整层不在本市:中心偏东 ${east} 度、偏北 ${north} 度,看来整体平移,或是别处的数据`,
    en: `the whole layer lies outside the city: its centre is ${east}° east and ${north}° north of the city's; shifted as a whole, or data of another place`,
  })),
} as const
