import { foundWords, WANTED } from '#catalog/fault.ts'
import type { Encoding } from '#catalog/json/decodeText.ts'
import type { JsonWant } from '#catalog/json/scanJson.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'

const define =
  <Arguments extends unknown[]>(code: string, words: (...parts: Arguments) => { zh: string; en: string }) =>
  (...parts: Arguments): Reason => ({ code, ...words(...parts) })

const fixed = (code: string, zh: string, en: string) => define(code, () => ({ zh, en }))

/** A ring or part that was left out of a geometry, counted from 1. */
export interface Left {
  /** Null for a geometry of one part. */
  readonly part: number | null
  /** Null for a whole part. */
  readonly ring: number | null
  readonly reason: Reason
}

const MOST_LEFT = 5

/** Which parts or rings, and why each. */
function leftWords(left: readonly Left[]): { zh: string; en: string } {
  const more = left.length - MOST_LEFT
  const words = left.slice(0, MOST_LEFT).map(({ part, ring, reason }) => ({
    zh: `${part === null ? '' : `第 ${part} 部分`}${ring === null ? '' : `第 ${ring} 环`}(${reason.zh})`,
    en: `${[part === null ? '' : `part ${part}`, ring === null ? '' : `ring ${ring}`].filter(Boolean).join(', ')} (${reason.en})`,
  }))
  return {
    zh: `${words.map(({ zh }) => zh).join('、')}${more > 0 ? `,另有 ${more} 处` : ''}`,
    en: `${words.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  }
}

/** A coordinate system that would put a misplaced layer near the city. */
export interface LikelySystem {
  readonly crs: string
  readonly swapped: boolean
  readonly kilometres: number
}

/** Why a feed as a whole cannot be read. */
export const FAILURES = {
  empty: fixed('empty', '文件为空', 'the file is empty'),
  notUtf8: define('not-utf8', (byte: number, like: Encoding) => ({
    zh: `不是 UTF-8 文本(第 ${byte} 字节起)${like === 'unknown' ? '' : `,看来是 ${like}`}`,
    en: `is not UTF-8 text (from byte ${byte})${like === 'unknown' ? '' : `, looks like ${like}`}`,
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
    zh: `第 ${line} 行又开始一个 JSON 值:看来是逐行 GeoJSON,请把 source.type 写作 geojsonseq`,
    en: `line ${line} begins another JSON value: looks like line-delimited GeoJSON; its source.type is geojsonseq`,
  })),
  textSequence: fixed(
    'geojson-text-sequence',
    '这是 GeoJSON 文本序列(RFC 8142,每条以 RS 字符开头),请把 source.type 写作 geojsonseq',
    'is a GeoJSON text sequence (RFC 8142, each text behind an RS character); its source.type is geojsonseq',
  ),
  memberTwice: define('member-twice', (member: string) => ({
    zh: `顶层的 ${member} 写了不止一次,不知该用哪一个`,
    en: `has more than one member ${JSON.stringify(member)} at its top level: which one is meant cannot be known`,
  })),
  truncated: define('truncated', (line: number, byte: number) => ({
    zh: `文件不完整:在第 ${line} 行(第 ${byte} 字节)中断`,
    en: `is truncated: the text stops on line ${line} (byte ${byte})`,
  })),
  tooLarge: define('too-large', (most: number) => ({
    zh: `文件超过 ${most / 2 ** 20} MiB 的上限,没有读入;请按区域或年份拆分`,
    en: `is larger than the limit of ${most / 2 ** 20} MiB and was not read; part it by area or year`,
  })),
  topojson: fixed(
    'topojson',
    '这是 TopoJSON,请把 source.type 写作 topojson',
    'is TopoJSON; its source.type is topojson',
  ),
  esriJson: fixed('esri-json', '这是 Esri JSON,不是 GeoJSON', 'is Esri JSON, not GeoJSON'),
  notGeoJson: define('not-geojson', (value: unknown) => ({
    zh: `不是 GeoJSON:type 应为 FeatureCollection、Feature 或几何类型,实为 ${foundWords(value).zh}`,
    en: `is not GeoJSON: type should be FeatureCollection, Feature or a geometry type, found ${foundWords(value).en}`,
  })),
  featuresNotList: define('features-not-list', (value: unknown) => ({
    zh: `FeatureCollection 的 features 应为列表,实为 ${foundWords(value).zh}`,
    en: `features of the FeatureCollection should be a list, found ${foundWords(value).en}`,
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
    zh: withoutSecrets(`读不到 ${url}:${why}`),
    en: withoutSecrets(`cannot read ${url}: ${why}`),
  })),
} as const

/** Why one feature is quarantined. */
export const QUARANTINE = {
  notAFeature: define('not-a-feature', (value: unknown) => ({
    zh: `不是 Feature 对象,实为 ${foundWords(value).zh}`,
    en: `is not a Feature object, found ${foundWords(value).en}`,
  })),
  propertiesNotObject: define('properties-not-object', (value: unknown) => ({
    zh: `properties 应为对象,实为 ${foundWords(value).zh}`,
    en: `properties should be an object, found ${foundWords(value).en}`,
  })),
  memberTwice: define('member-twice', (where: string) => ({
    zh: `${where} 写了不止一次,内容不同,不知该用哪一个`,
    en: `${where} is written more than once, and differently: which one is meant cannot be known`,
  })),
  noGeometry: fixed('no-geometry', '没有几何', 'has no geometry'),
  emptyCoordinates: fixed('empty-coordinates', '坐标为空', 'has empty coordinates'),
  unknownGeometryType: define('unknown-geometry-type', (value: unknown) => ({
    zh: `未知的几何类型 ${foundWords(value).zh}`,
    en: `unknown geometry type ${foundWords(value).en}`,
  })),
  geometryCollection: fixed('geometry-collection', '不接受 GeometryCollection', 'a GeometryCollection is not accepted'),
  wrongGeometryType: define('wrong-geometry-type', (record: string, wanted: string, found: string) => ({
    zh: `${record} 的几何应为 ${wanted},实为 ${found}`,
    en: `the geometry of a ${record} should be ${wanted}, found ${found}`,
  })),
  notNumber: define('coordinate-not-number', (value: unknown) => ({
    zh: `坐标不是有限的数字:${foundWords(value).zh}`,
    en: `a coordinate is not a finite number: ${foundWords(value).en}`,
  })),
  badNesting: define('bad-nesting', (type: string, value: unknown) => ({
    zh: `坐标的层次不合 ${type}:${foundWords(value).zh}`,
    en: `coordinates are not nested as ${type} wants: ${foundWords(value).en}`,
  })),
  shortPosition: define('short-position', (value: unknown) => ({
    zh: `坐标不足两个数:${foundWords(value).zh}`,
    en: `a position has fewer than two numbers: ${foundWords(value).en}`,
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
  idWrongKind: define('id-wrong-kind', (value: unknown) => ({
    zh: `标识应为文本或整数,实为 ${foundWords(value).zh}`,
    en: `the id should be text or an integer, found ${foundWords(value).en}`,
  })),
  idTooLarge: define('id-too-large', (found: string) => ({
    zh: `整数标识 ${found} 超过 2^53,数字已不可靠,应写成文本`,
    en: `integer id ${found} is beyond 2^53 and loses digits; write it as text`,
  })),
  missing: define('missing-property', (record: string, property: string) => ({
    zh: `${record} 缺少必需的 ${property}`,
    en: `a ${record} needs ${property}, which is missing`,
  })),
  wrongKind: define('wrong-kind', (property: string, wantedZh: string, wantedEn: string, value: unknown) => ({
    zh: `${property} 应为${wantedZh},实为 ${foundWords(value).zh}`,
    en: `${property} should be ${wantedEn}, found ${foundWords(value).en}`,
  })),
  tooDeep: define('too-deep', (member: string, levels: number) => ({
    zh: `${member} 嵌套超过 ${levels} 层`,
    en: `${member} is nested deeper than ${levels} levels`,
  })),
  radiusMissing: fixed('footprint-radius-missing', '覆盖半径缺失', 'the footprint radius is missing'),
  radiusNotNumber: define('footprint-radius-not-number', (value: unknown) => ({
    zh: `覆盖半径应为数字,实为 ${foundWords(value).zh}`,
    en: `the footprint radius should be a number, found ${foundWords(value).en}`,
  })),
  radiusNegative: define('footprint-radius-negative', (found: number) => ({
    zh: `覆盖半径为负:${found}`,
    en: `the footprint radius is negative: ${found}`,
  })),
  azimuthNotNumber: define('footprint-azimuth-not-number', (value: unknown) => ({
    zh: `方位角应为数字,实为 ${foundWords(value).zh}`,
    en: `the footprint azimuth should be a number, found ${foundWords(value).en}`,
  })),
  beamwidthNotNumber: define('footprint-beamwidth-not-number', (value: unknown) => ({
    zh: `波束宽度应为数字,实为 ${foundWords(value).zh}`,
    en: `the footprint beamwidth should be a number, found ${foundWords(value).en}`,
  })),
  beamwidthNotPositive: define('footprint-beamwidth-not-positive', (found: number) => ({
    zh: `波束宽度应大于 0,实为 ${found}`,
    en: `the footprint beamwidth should be above 0, found ${found}`,
  })),
} as const

/** What was mended, or is remarkable, and kept no feature out. */
export const NOTICES = {
  notFinite: define('not-finite-read-as-null', (where: string, written: string) => ({
    zh: `${written} 不是 JSON 的数,按空值读,如 ${where}`,
    en: `${written} is no number of JSON and was read as null, such as ${where}`,
  })),
  keyTwiceAlike: define('key-twice-alike', (where: string) => ({
    zh: `${where} 写了不止一次,内容相同`,
    en: `${where} is written more than once, each time alike`,
  })),
  keyTwiceDiffers: define('key-twice-read-as-null', (where: string) => ({
    zh: `${where} 写了不止一次,内容不同,按空值读`,
    en: `${where} is written more than once, and differently: it was read as null`,
  })),
  keyTwiceUnread: define('key-twice-unread', (where: string) => ({
    zh: `${where} 写了不止一次;本程序不读它`,
    en: `${where} is written more than once; nothing here reads it`,
  })),
  numberInfinite: define('number-too-large-read-as-null', (where: string) => ({
    zh: `${where} 的数大到无法表示,按空值读`,
    en: `${where} is a number too large to be held; it was read as null`,
  })),
  ringClosed: fixed('ring-closed', '未闭合的环已闭合', 'an open ring was closed'),
  thirdDropped: fixed('third-coordinate-dropped', '第三个坐标已去掉', 'a third coordinate was dropped'),
  windingSet: fixed('winding-set', '环的方向已改正', 'the winding of a ring was set right'),
  holeDropped: define('hole-dropped', (left: readonly Left[]) => ({
    zh: `内环不成形,已去掉:${leftWords(left).zh}`,
    en: `a hole without extent was dropped: ${leftWords(left).en}`,
  })),
  partDropped: define('part-dropped', (left: readonly Left[]) => ({
    zh: `几何有一部分不成形,已去掉:${leftWords(left).zh}`,
    en: `a part without extent was dropped: ${leftWords(left).en}`,
  })),
  repeatRemoved: fixed('repeated-position-removed', '重复的点已去掉', 'a repeated position was removed'),
  idNumbered: fixed('duplicate-id-numbered', '重复的标识已编号', 'a duplicate id was numbered'),
  idFromIndex: fixed('id-from-index', '没有标识,以序号代替', 'has no id; one was made from its index'),
  liveForbidden: fixed(
    'live-forbidden',
    '有要素没有标识,不能接实时变更',
    'features without an id cannot follow live changes',
  ),
  numberAsText: define('number-as-text', (property: string, text: string) => ({
    zh: `${property} 应为文本,数字 ${text} 已当作文本`,
    en: `${property} should be text; the number ${text} was taken as text`,
  })),
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
  placedByCode: fixed(
    'warning-placed-by-code',
    '没有边界,按区域代码取本市或分区的轮廓落图',
    'has no outline: it takes that of the city or zone with its area code',
  ),
  areaUnusable: define('warning-area-unusable', (why: Reason) => ({
    zh: `给出的边界不能用:${why.zh}`,
    en: `the outline it gives cannot be used: ${why.en}`,
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
  layerProjected: define('layer-projected-unknown', (crs: string, likely: readonly LikelySystem[]) => {
    const zh = likely.map(
      (each) => `${each.crs}${each.swapped ? '(北坐标在前)' : ''} 偏 ${each.kilometres.toFixed(0)} 千米`,
    )
    const en = likely.map(
      (each) => `${each.crs}${each.swapped ? ' with northing first' : ''} ${each.kilometres.toFixed(0)} km off`,
    )
    return {
      zh: `整层不在本市:坐标看来是投影坐标(米),不是目录所写的 ${crs},所属坐标系不明;${
        zh.length === 0
          ? '多半是地方独立坐标系'
          : `最接近的是 ${zh.join('、')},也可能是北京 54、西安 80 或地方独立坐标系`
      },请向数据单位核实`,
      en: `the whole layer lies outside the city: coordinates look projected (metres), not ${crs} as the catalog says, in a system that is not known; ${
        en.length === 0
          ? 'probably one of a single city'
          : `nearest are ${en.join(', ')}; Beijing 1954, Xian 1980 or the system of a single city are possible too`
      }: ask whoever made it`,
    }
  }),
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
