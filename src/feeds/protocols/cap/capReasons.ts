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
  status: (status: string): Reason => ({
    code: 'cap-status',
    zh: `状态 ${status} 不是 CAP 的状态,不知是否真实预警`,
    en: `${status} is no status of CAP: whether the alert is actual is not known`,
  }),
  type: (type: string): Reason => ({
    code: 'cap-type',
    zh: `消息类型 ${type} 不是 CAP 的类型,不知是否预警`,
    en: `${type} is no message type of CAP: whether it is an alert is not known`,
  }),
  cancelsNothing: (): Reason => ({
    code: 'cap-cancels-nothing',
    zh: '是取消消息,但没有写明取消哪一条(references)',
    en: 'is a cancellation that does not say of which message (references)',
  }),
  pointer: (): Reason => ({
    code: 'cap-pointer',
    zh: '条目里没有 CAP 预警全文,只有摘要或链接',
    en: 'the entry holds no CAP alert, only a summary or a link',
  }),
}

/** What is remarkable of an alert, or of a message that is no alert, and keeps none out. */
export const CAP_REMARKS = {
  notActual: (status: string): Reason => ({
    code: `cap-${status.toLowerCase()}`,
    zh: `状态为 ${status}(演练、测试、系统或草稿),按 CAP 规定不作预警`,
    en: `of status ${status} (exercise, test, system or draft): no alert to act on, as CAP has it`,
  }),
  notAlert: (type: string): Reason => ({
    code: `cap-${type.toLowerCase()}`,
    zh: `${type} 是系统之间的回执,不是预警,也不取消预警`,
    en: `${type} is a receipt between systems: no alert, and it ends none`,
  }),
  repeated: (): Reason => ({
    code: 'cap-repeated',
    zh: '同一条消息(发送者、编号、发送时间相同)出现多次,按一条计',
    en: 'the same message (sender, identifier and time sent) stands more than once and counts as one',
  }),
  restricted: (): Reason => ({
    code: 'cap-restricted',
    zh: '发布范围为限定或专送,请勿外传',
    en: 'of restricted or private scope: not to be passed on',
  }),
  polygon: (found: string): Reason => ({
    code: 'cap-polygon',
    zh: `多边形读不懂(应为四对以上“纬度,经度”),如 ${found}`,
    en: `a polygon cannot be read (four or more pairs of latitude,longitude are wanted), such as ${found}`,
  }),
  circle: (found: string): Reason => ({
    code: 'cap-circle',
    zh: `圆读不懂(应为“纬度,经度 半径千米”),如 ${found}`,
    en: `a circle cannot be read (latitude,longitude and a radius in kilometres are wanted), such as ${found}`,
  }),
  point: (metres: number): Reason => ({
    code: 'cap-point',
    zh: `圆的半径为 0,是一个点:以 ${metres} 米的圆示意`,
    en: `a circle of radius 0 is a point: drawn as a disc of ${metres} m`,
  }),
  areaKept: (): Reason => ({
    code: 'cap-area-kept',
    zh: '更新没有给出边界,沿用所更新的那一条的区域',
    en: 'an update gives no outline: the area of the message it updates is kept',
  }),
}
