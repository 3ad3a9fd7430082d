import type { Position } from 'geojson'
import type { Point } from '../city/plane'
import { toPosition } from '../city/plane'

interface Info {
  readonly language: 'zh-CN' | 'en-US'
  readonly event: string
  readonly headline: string
  readonly description: string
  readonly sender: string
  readonly area: string
}

interface Alert {
  readonly identifier: string
  readonly sent: string
  readonly expires: string
  readonly type: 'Alert' | 'Update' | 'Cancel'
  /** Identifier and time of the alert it is about. */
  readonly about?: readonly [identifier: string, sent: string]
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor'
  readonly colour?: string
  readonly infos: readonly Info[]
  /** `polygon` or `circle`, as CAP writes it. */
  readonly place: string
}

const sender = 'warning@sample-county.example'
const day = (clock: string) => `2026-09-01T${clock}:00+08:00`

/** Warnings of the sample county as its warning centre sends them: CAP 1.2, latitude first, updates and a cancellation. */
export function growSampleWarnings(at: (east: number, north: number) => Point): string {
  const corner = (east: number, north: number) => latitudeFirst(toPosition(at(east, north)))
  const north = [corner(-6000, 1000), corner(6000, 1000), corner(5000, 8000), corner(-5000, 8000)]
  const upland = `<polygon>${[...north, north[0]].join(' ')}</polygon>`
  const works = `<circle>${corner(4200, -3600)} 1.5</circle>`
  const rain = (headline: string, english: string): readonly Info[] => [
    {
      language: 'zh-CN',
      event: '暴雨',
      headline,
      description: '北部未来三小时雨量可达五十毫米以上',
      sender: '示例县气象局',
      area: '北部三镇',
    },
    {
      language: 'en-US',
      event: 'Rainstorm',
      headline: english,
      description: 'More than 50 mm of rain may fall in the north within three hours.',
      sender: 'Sample County Meteorological Bureau',
      area: 'Three northern towns',
    },
  ]
  const gas: readonly Info[] = [
    {
      language: 'zh-CN',
      event: '有毒气体泄漏',
      headline: '化工园气体泄漏黄色预警',
      description: '园区储罐检修,下风向一点五千米内关闭门窗',
      sender: '示例县应急局',
      area: '化工园周边',
    },
  ]
  const first = ['SC-20260901-001', day('05:30')] as const
  const alerts: readonly Alert[] = [
    {
      identifier: first[0],
      sent: first[1],
      expires: day('11:30'),
      type: 'Alert',
      severity: 'Moderate',
      infos: rain('暴雨黄色预警', 'Rainstorm, yellow warning'),
      place: upland,
    },
    {
      identifier: 'SC-20260901-002',
      sent: day('07:10'),
      expires: day('13:30'),
      type: 'Update',
      about: first,
      severity: 'Severe',
      infos: rain('暴雨橙色预警', 'Rainstorm, orange warning'),
      place: upland,
    },
    {
      identifier: 'SC-20260901-003',
      sent: day('06:40'),
      expires: day('18:00'),
      type: 'Alert',
      severity: 'Severe',
      colour: 'Yellow',
      infos: gas,
      place: works,
    },
    {
      identifier: 'SC-20260901-004',
      sent: day('07:45'),
      expires: day('07:45'),
      type: 'Cancel',
      about: ['SC-20260901-000', day('01:00')],
      severity: 'Minor',
      infos: [],
      place: '',
    },
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- 演示数据 demonstration data -->',
    '<alerts>',
    ...alerts.map(alertXml),
    '</alerts>',
    '',
  ].join('\n')
}

/** `latitude,longitude`, to a tenth of a metre. */
const latitudeFirst = ([longitude, latitude]: Position): string => `${latitude!.toFixed(6)},${longitude!.toFixed(6)}`

function alertXml(alert: Alert): string {
  const { identifier, sent, type, about } = alert
  return [
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    `  <identifier>${identifier}</identifier><sender>${sender}</sender><sent>${sent}</sent>`,
    `  <status>Actual</status><msgType>${type}</msgType><scope>Public</scope>`,
    ...(about ? [`  <references>${[sender, ...about].join(',')}</references>`] : []),
    ...alert.infos.map((info) => infoXml(info, alert)),
    '</alert>',
  ].join('\n')
}

function infoXml(info: Info, { severity, colour, expires, place }: Alert): string {
  const parameter = colour ? `<parameter><valueName>ColorCode</valueName><value>${colour}</value></parameter>` : ''
  return [
    `  <info><language>${info.language}</language><category>Met</category><event>${info.event}</event>`,
    `    <urgency>Expected</urgency><severity>${severity}</severity><certainty>Likely</certainty>`,
    `    <expires>${expires}</expires><senderName>${info.sender}</senderName>`,
    `    <headline>${info.headline}</headline><description>${info.description}</description>${parameter}`,
    `    <area><areaDesc>${info.area}</areaDesc>${place}</area>`,
    '  </info>',
  ].join('\n')
}
