import { caseClock } from './caseClock'
import { deviceRules } from './deviceRules'
import { words } from './words'

const hour = 3600
const day = 24 * hour

/** How often a feed renews itself and when it counts as stale, seconds. */
interface Rhythm {
  readonly refreshSeconds: number
  readonly staleSeconds: number
}
const yearly: Rhythm = { refreshSeconds: 200 * day, staleSeconds: 400 * day }
const monthly: Rhythm = { refreshSeconds: 31 * day, staleSeconds: 62 * day }
const weekly: Rhythm = { refreshSeconds: 7 * day, staleSeconds: 30 * day }
const daily: Rhythm = { refreshSeconds: 2 * day, staleSeconds: 4 * day }
const hourly: Rhythm = { refreshSeconds: 6 * hour, staleSeconds: day }
/** What is reported by people, and hardly at night. */
const nightly: Rhythm = { refreshSeconds: 3 * hour, staleSeconds: 12 * hour }
const minutely: Rhythm = { refreshSeconds: 600, staleSeconds: 3600 }

function feed(
  id: string,
  record: string,
  zh: string,
  en: string,
  owner: string,
  rhythm: Rhythm,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id,
    title: words(zh, en),
    owner,
    record,
    source: { type: 'geojson', url: `${id}.geojson` },
    ...rhythm,
    ...more,
  }
}

const planning = '市自然资源和规划局'
const housing = '市住房城乡建设局'
const police = '市公安局'
const emergency = '市应急局'
const industry = '市工业和信息化局'
const data = '市大数据局'

const sector = {
  radius: ['get', 'range_m'],
  azimuth: ['get', 'azimuth'],
  beamwidth: ['get', 'beamwidth'],
}

const baseFeeds = [
  feed('boundary', 'zone', '市域边界', 'City boundary', planning, yearly),
  feed('towns', 'zone', '镇街', 'Towns and subdistricts', '市民政局', yearly),
  feed('scopes', 'zone', '统计范围', 'Scopes', planning, yearly),
  feed('planning-area', 'zone', '城市规划区', 'Planning area', planning, yearly),
  feed('water', 'zone', '水面', 'Water', '市城乡水务局', yearly),
  feed('rivers', 'generic', '河流', 'Rivers', '市城乡水务局', yearly),
  feed('green', 'zone', '山林', 'Hills and woods', '市林业保护中心', yearly),
  feed('blocks', 'zone', '用地', 'Land use', planning, yearly),
  feed('roads-major', 'road', '主要道路', 'Major roads', '市交通运输局', yearly),
  feed('streets', 'road', '街道', 'Streets', housing, yearly),
  feed('railways', 'generic', '铁路', 'Railways', '市交通运输局', yearly),
  feed('buildings', 'zone', '建筑', 'Buildings', housing, yearly),
  feed('population', 'zone', '人口', 'Population', '市统计局', yearly),
  feed('place-names', 'place', '地名', 'Place names', '市民政局', yearly),
]

const sensingFeeds = [
  feed('key-areas', 'place', '重点公共区域', 'Key public areas', police, weekly, {
    fields: { id: 'BM', name: 'MC', name_en: 'YWMC', kind: 'LB', area_m2: 'MJ', time: 'GXSJ' },
  }),
  feed('sites-5g', 'site', '5G 基站', '5G cells', industry, hourly, { footprint: sector }),
  feed('poles', 'generic', '通信塔杆', 'Towers and poles', '铁塔邹城办事处', monthly),
  feed('cameras', 'camera', '视频监控', 'Cameras', police, hourly, {
    footprint: sector,
    sight: {
      obstacles: 'buildings',
      obstacleHeight: ['get', 'height'],
      height: ['get', 'mount_m'],
      confirmed: { where: ['has', 'checked_by'], by: ['get', 'checked_by'], at: ['get', 'checked_at'] },
    },
    sensitivity: 'internal',
  }),
  feed('junctions', 'junction', '信号路口', 'Junctions', '市交警大队', weekly),
  feed('map-sheets', 'sheet', '地形图图幅', 'Topographic sheets', planning, yearly),
  feed('drive-test', 'reading', '移动网络路测', 'Drive test', industry, monthly),
  feed('devices', 'device', '物联设备', 'IoT devices', data, minutely, {
    fields: { time: 'lastSeen' },
    live: { type: 'demo' },
    reporting: { cycle: ['get', 'cycle'], late: 2, silent: 6, recover: 2 },
    rules: deviceRules,
    series: 'device-series',
  }),
  feed('device-series', 'generic', '设备历史读数', 'Past readings of devices', data, hourly),
  feed('monitoring', 'zone', '环境监测区', 'Environmental monitoring areas', '济宁市生态环境局邹城市分局', monthly),
]

/** What may be done to a case from the map; the simulator answers. */
const caseVerbs = [
  ...['accept', 'register', 'dispatch', 'handle', 'check', 'close'],
  ...['return', 'reassign', 'suspend', 'resume', 'urge', 'note'],
]

const eventFeeds = [
  feed('cases', 'case', '城市管理案件', 'City-management cases', '市综合执法局', nightly, {
    live: { type: 'demo' },
    actions: Object.fromEntries(caseVerbs.map((verb) => [verb, `demo:${verb}`])),
    clock: caseClock,
    calendar: 'city',
    archive: 'cases-past',
  }),
  feed('cases-past', 'case', '往期结案案件', 'Closed cases of past weeks', '市综合执法局', weekly),
  feed('grids', 'zone', '治理网格', 'Governance grids', '市委政法委', monthly),
  feed('hazards', 'hazard', '安全隐患', 'Hazards', emergency, hourly, { live: { type: 'demo' } }),
  feed(
    'warnings',
    'warning',
    '生效预警',
    'Warnings in force',
    emergency,
    { refreshSeconds: 12 * hour, staleSeconds: day },
    { live: { type: 'demo' } },
  ),
]

const resourceFeeds = [
  feed('teams', 'team', '救援队伍', 'Rescue teams', emergency, daily),
  feed('vehicles', 'vehicle', '应急车辆', 'Emergency vehicles', emergency, minutely, { live: { type: 'demo' } }),
  feed('stores', 'store', '应急物资库', 'Emergency stores', emergency, weekly),
  feed('shelters', 'shelter', '避难场所', 'Shelters', emergency, monthly),
  feed('hospitals', 'hospital', '医院', 'Hospitals', '市卫生健康局', daily),
  feed('nursing-homes', 'place', '养老机构', 'Nursing homes', '市民政局', monthly),
  feed('water-sources', 'generic', '消防水源', 'Fire water sources', '市消防救援大队', monthly),
  feed('production', 'place', '应急产能', 'Production capacity', industry, monthly),
]

const cityFeeds = [
  feed('bus-lines', 'generic', '公交线路', 'Bus lines', '市交通运输局', daily),
  feed('bus-stops', 'place', '公交站点', 'Bus stops', '市交通运输局', daily),
  feed('lamps', 'generic', '路灯', 'Street lamps', housing, daily),
  feed('schools', 'place', '学校', 'Schools', '市教育体育局', monthly),
  feed('communities', 'zone', '社区小区', 'Communities', '各镇街', monthly),
  feed('pipelines', 'generic', '市政管线', 'Utility lines', housing, weekly, { sensitivity: 'internal' }),
  feed('scenic', 'place', '旅游景区', 'Scenic areas', '市文化和旅游局', hourly),
  feed('digital-parks', 'place', '数字经济园区', 'Digital-economy parks', industry, monthly),
  feed('enterprises', 'place', '企业', 'Enterprises', industry, monthly),
  feed('industry-bases', 'place', '示范基地', 'Demonstration bases', industry, yearly),
  feed('greenhouses', 'place', '设施农业大棚', 'Greenhouses', '市农业农村局', monthly),
  feed('sanitation', 'place', '环卫设施', 'Sanitation', '市综合执法局', hourly),
  feed('key-buildings', 'place', '重点用能建筑', 'Key energy-using buildings', housing, monthly),
  feed('service-halls', 'place', '政务服务网点', 'Service halls', '市行政审批服务局', daily),
  feed('reported', 'reported', '部门报送', 'Reported by departments', data, monthly),
  feed('history', 'generic', '历年指标值', 'Past values', data, { refreshSeconds: 100 * day, staleSeconds: 200 * day }),
]

/** Every feed of the demonstration city, in the order in which it is worth reading them. */
export const feedList = [...baseFeeds, ...sensingFeeds, ...eventFeeds, ...resourceFeeds, ...cityFeeds]
