import type { Reason } from '#core/model/feedReport.ts'

/** One alert that cannot be used; the others of the file can. */
export class CapRefusal extends Error {
  readonly field: string
  readonly reason: Reason

  constructor(field: string, reason: Reason) {
    super(reason.en)
    this.field = field
    this.reason = reason
  }
}

/** Why a CAP file cannot be read at all. */
export const CAP_FAILURES = {
  notXml: (line: number, why: string): Reason => ({
    code: 'not-xml',
    zh: `第 ${line} 行不是合规的 XML:${why}`,
    en: `line ${line} is not well-formed XML: ${why}`,
  }),
  tooLarge: (bytes: number, most: number): Reason => ({
    code: 'too-large',
    zh: `文件有 ${bytes} 字节,超过 ${most} 字节的上限`,
    en: `the file has ${bytes} bytes, more than the ${most} allowed`,
  }),
  doctype: (line: number): Reason => ({
    code: 'doctype',
    zh: `第 ${line} 行有 DOCTYPE 或实体声明:不予读取`,
    en: `line ${line} declares a DOCTYPE or an entity, which is refused`,
  }),
  notCap: (root: string): Reason => ({
    code: 'not-cap',
    zh: `不是 CAP 1.2 预警:根元素是 <${root}>,里面没有 <alert>`,
    en: `is no CAP 1.2 alert: the root element is <${root}> and holds no <alert>`,
  }),
}

/** Why one alert is quarantined. */
export const CAP_REFUSALS = {
  missing: (element: string): Reason => ({
    code: 'cap-missing',
    zh: `缺少 <${element}>`,
    en: `<${element}> is missing`,
  }),
  time: (element: string, found: string): Reason => ({
    code: 'cap-time',
    zh: `<${element}> 的时间读不懂:${found}`,
    en: `the time in <${element}> cannot be read: ${found}`,
  }),
  notActual: (status: string): Reason => ({
    code: 'cap-not-actual',
    zh: `状态是 ${status},不是真实预警(Actual)`,
    en: `its status is ${status}: not an actual alert`,
  }),
  notAlert: (type: string): Reason => ({
    code: 'cap-not-alert',
    zh: `消息类型 ${type} 不是预警`,
    en: `a message of type ${type} is no alert`,
  }),
  polygon: (found: string): Reason => ({
    code: 'cap-polygon',
    zh: `多边形应为四对以上“纬度,经度”,实为 ${found}`,
    en: `a polygon should be four or more pairs of latitude,longitude, found ${found}`,
  }),
  circle: (found: string): Reason => ({
    code: 'cap-circle',
    zh: `圆应为“纬度,经度 半径(千米,大于 0)”,实为 ${found}`,
    en: `a circle should be latitude,longitude and a radius above 0 in kilometres, found ${found}`,
  }),
  noArea: (named: string): Reason => ({
    code: 'cap-no-area',
    zh: `没有多边形,也没有圆,只有文字或代码:${named}`,
    en: `has no polygon and no circle, only words or codes: ${named}`,
  }),
}
