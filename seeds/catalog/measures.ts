import { words } from './words'

/** What it costs is made up: every title says so. */
const measure = (id: string, zh: string, en: string, unit: string, feed: string, rest: object) => ({
  ...{ id, title: words(`${zh}（演示造价）`, `${en} (made-up cost)`), unit, feed },
  ...rest,
})
const lacks = (property: string) => ['!=', ['get', property], true]
const per = (base: number, each: number, property: string) => ['+', base, ['*', each, ['get', property]]]

/** What could be done for the rows of Zoucheng, and by whom; amounts in CNY. */
export const measures = [
  measure('repair-camera', '修复摄像机', 'Repair a camera', '市公安局', 'cameras', {
    where: ['!=', ['get', 'status'], '完好'],
    patch: { status: '完好' },
    cost: ['match', ['get', 'kind'], '球机', 1200, 800],
  }),
  measure('connect-camera', '接入摄像机', 'Connect a camera', '市公安局', 'cameras', {
    where: lacks('networked'),
    patch: { networked: true },
    cost: 1500,
  }),
  measure('replace-camera', '更换为高清并接入', 'Replace a camera by one in HD, connected', '市公安局', 'cameras', {
    where: lacks('hd'),
    patch: { hd: true, networked: true, status: '完好' },
    cost: 3600,
  }),
  measure('adaptive-signal', '信号灯智能化改造', 'Make a signal adaptive', '市交警大队', 'junctions', {
    where: ['all', ['!=', ['get', 'branch'], true], lacks('adaptive_signal')],
    patch: { adaptive_signal: true },
    cost: per(16_000, 4000, 'arms'),
  }),
  measure('e-police', '增设电子警察', 'Add electronic police', '市交警大队', 'junctions', {
    where: ['all', ['!=', ['get', 'branch'], true], lacks('e_police')],
    patch: { e_police: true },
    cost: per(30_000, 8000, 'arms'),
  }),
  measure('realtime-line', '公交线路实时到站', 'Real-time arrivals of a bus line', '市交通运输局', 'bus-lines', {
    where: lacks('realtime'),
    patch: { realtime: true },
    cost: ['*', 2500, ['get', 'buses']],
  }),
  measure('electronic-stop', '建设电子站牌', 'Build an electronic bus stop', '市交通运输局', 'bus-stops', {
    where: lacks('estop'),
    patch: { estop: true },
    cost: 12_000,
  }),
  measure('smart-campus', '建设智慧校园', 'Make a campus smart', '市教育体育局', 'schools', {
    where: lacks('smart'),
    patch: { smart: true },
    cost: per(60_000, 20, 'pupils'),
  }),
  measure('smart-community', '建设智慧社区', 'Make a community smart', '各镇街', 'communities', {
    where: lacks('smart'),
    patch: { smart: true },
    cost: per(30_000, 15, 'households'),
  }),
  measure('cloud-enterprise', '企业上云', 'Bring an enterprise to the cloud', '市工业和信息化局', 'enterprises', {
    where: lacks('cloud'),
    patch: { cloud: true },
    cost: 5000,
  }),
  measure(
    'small-5g-site',
    '公交站点新建 5G 微站',
    'Build a small 5G site at a bus stop',
    '市工业和信息化局',
    'sites-5g',
    {
      add: { candidates: 'bus-stops', properties: { kind: '微站', range_m: 220, status: '在网' } },
      cost: 45_000,
    },
  ),
  measure('noise-area', '新增噪声监测', 'Monitor noise in a community', '济宁市生态环境局邹城市分局', 'monitoring', {
    add: { candidates: 'communities', properties: { kind: '噪声' } },
    cost: 18_000,
  }),
]
