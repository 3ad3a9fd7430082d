import { words } from './words'

const indicator = (id: string, zh: string, en: string, also: readonly string[] = []) => ({
  kind: 'indicator',
  indicator: id,
  title: words(zh, en),
  ...(also.length > 0 ? { also } : {}),
})
const breakdown = (feed: string, by: string, zh: string, en: string, where?: unknown, order?: readonly string[]) => ({
  kind: 'breakdown',
  feed,
  by,
  title: words(zh, en),
  ...(where === undefined ? {} : { where }),
  ...(order ? { order } : {}),
})
const total = (feed: string, zh: string, en: string, unit: readonly [string, string], more: object = {}) => ({
  kind: 'total',
  feed,
  title: words(zh, en),
  unit: words(...unit),
  ...more,
})
const attention = (
  feed: string,
  zh: string,
  en: string,
  rest: {
    where?: unknown
    sort: string
    descending?: boolean
    show: readonly string[]
    limit?: number
  },
) => ({ kind: 'attention', feed, title: words(zh, en), ...rest })

const open = ['!=', ['get', 'stage'], '结案']
/** In the order a case goes through them. */
const stages = ['上报', '受理', '立案', '派遣', '处置', '核查', '结案']
const standing = ['!=', ['get', 'state'], '已销号']

/** What lies in the area of each warning; of hazards those that still stand. */
const warnings = {
  kind: 'warnings',
  feed: 'warnings',
  title: words('现在有哪些预警?', 'Which warnings are in force?'),
  inside: [
    { feed: 'population', sum: 'people', by: 'towns', title: words('人口', 'People') },
    { feed: 'schools', title: words('学校', 'Schools') },
    { feed: 'hospitals', title: words('医院', 'Hospitals') },
    { feed: 'nursing-homes', title: words('养老机构', 'Nursing homes') },
    { feed: 'hazards', title: words('隐患', 'Hazards'), where: standing },
    { feed: 'devices', title: words('设备', 'Devices') },
  ],
  limit: 4,
}

const panorama = {
  id: 'panorama',
  title: words('城市运行全景图', 'City panorama'),
  lenses: ['youzheng', 'huimin', 'xingye', 'qiangji'],
  layers: [
    ...[
      'population',
      'scopes',
      'planning-area',
      'grids',
      'communities',
      'key-areas',
      'digital-parks',
      'industry-bases',
    ],
    ...['map-sheets', 'monitoring', 'key-buildings', 'greenhouses', 'bus-lines', 'pipelines'],
    ...['junctions', 'poles', 'schools', 'nursing-homes', 'bus-stops', 'lamps'],
    ...['scenic', 'service-halls', 'enterprises', 'sanitation', 'warnings'],
  ],
  cards: [
    'star-ribbon',
    'star-summary',
    indicator('5g-key-area-coverage', '哪些重点区域还没有 5G?', 'Which key areas lack 5G?'),
    indicator(
      'video-surveillance-completeness',
      '重点区域看得清、看得全吗?',
      'Are key areas seen clearly and in full?',
      ['video-surveillance-networking', 'electronic-police-coverage'],
    ),
    indicator(
      'multi-scale-topographic-coverage',
      '规划区还有多少没有大比例尺图?',
      'How much of the planning area lacks large-scale maps?',
    ),
    warnings,
    attention('scenic', '哪些景区快满了?', 'Which sights are filling up?', {
      sort: 'load',
      descending: true,
      show: ['name', 'visitors', 'load'],
      limit: 3,
    }),
    'feeds',
  ],
  table: { feed: 'key-areas', columns: ['name', 'kind', 'area_m2', 'time'] },
}

const events = {
  id: 'events',
  title: words('事件态势图', 'Events'),
  lenses: ['youzheng'],
  layers: ['scopes', 'grids', 'population', 'cases-heat', 'cases-hexagon', 'cases', 'cases-by-class', 'warnings'],
  cards: [
    'star-ribbon',
    total('cases', '现在有多少件没办完?', 'How many cases are open?', ['件', 'cases'], { where: open }),
    { kind: 'case-kpis', feed: 'cases', title: words('按期办结了吗?', 'Are cases closed in time?'), limit: 4 },
    breakdown('cases', 'clock', '哪些要超时了?', 'Which are running out of time?', open, [
      '超期',
      '临期',
      '正常',
      '挂账',
    ]),
    breakdown('cases', 'class', '最多的是哪一类?', 'Which class is most frequent?'),
    breakdown('cases', 'stage', '卡在哪个环节?', 'At which stage do cases stand?', open, stages),
    { kind: 'reminders', feed: 'cases', title: words('先办哪几件?', 'Which come first?'), limit: 5 },
    { kind: 'duplicates', feed: 'cases', title: words('哪些可能是同一件?', 'Which may be one matter?') },
    { kind: 'hot-spots', feed: 'cases', title: words('哪里突然多了?', 'Where is there suddenly more?') },
    breakdown('cases', 'unit', '谁手上还有活?', 'Who still has work in hand?', open),
    'feeds',
  ],
  table: { feed: 'cases', columns: ['name', 'class', 'grade', 'stage', 'clock', 'clock_due', 'unit', 'grid', 'time'] },
}

const sensing = {
  id: 'sensing',
  title: words('感知态势图', 'Sensing'),
  lenses: ['qiangji'],
  layers: [
    ...['scopes', 'planning-area', 'map-sheets', 'monitoring', 'key-areas', 'grids', 'pipelines'],
    ...['drive-test', 'junctions', 'lamps', 'poles', 'sites-5g', 'cameras', 'devices', 'device-alarms'],
  ],
  cards: [
    'star-ribbon',
    breakdown('devices', 'state', '感知网络在线吗?', 'Is the sensing network online?'),
    { kind: 'alarms', feed: 'devices', title: words('哪些设备在告警?', 'Which devices are in alarm?'), limit: 5 },
    {
      kind: 'blind-grids',
      feed: 'grids',
      devices: ['devices'],
      title: words('哪里感知不到?', 'Where does nothing sense?'),
      limit: 4,
    },
    breakdown('cameras', 'status', '摄像机好用吗?', 'Do the cameras work?'),
    breakdown('sites-5g', 'operator', '5G 是谁建的?', 'Who built the 5G cells?'),
    indicator('mobile-avg-download-rate', '手机下载够快吗?', 'Is mobile download fast enough?'),
    indicator('environment-monitoring-coverage', '环境监测到位了吗?', 'Is the environment monitored?'),
    'feeds',
  ],
  table: { feed: 'devices', columns: ['name', 'kind', 'value', 'unit', 'state', 'lastSeen', 'owner'] },
}

const hazards = {
  id: 'hazards',
  title: words('隐患一张图', 'Hazards'),
  lenses: [],
  layers: ['scopes', 'communities', 'pipelines', 'greenhouses', 'teams', 'hazards', 'hazard-grades', 'warnings'],
  cards: [
    'star-ribbon',
    breakdown('hazards', 'risk', '还有多少风险没消除?', 'How much risk is still open?', standing, [
      '红',
      '橙',
      '黄',
      '蓝',
    ]),
    total('hazards', '有多少处重大隐患?', 'How many grave hazards?', ['处', 'places'], {
      where: ['all', standing, ['==', ['get', 'grade'], '重大']],
    }),
    breakdown('hazards', 'kind', '隐患出在哪里?', 'What kinds of hazard?', standing),
    breakdown('hazards', 'state', '整改到哪一步?', 'How far has rectification come?', undefined, [
      '未整改',
      '整改中',
      '待验收',
      '已销号',
    ]),
    attention('hazards', '哪些整改超期?', 'Which are past their date?', {
      where: ['all', standing, ['==', ['get', 'overdue'], true]],
      sort: 'due',
      show: ['name', 'grade', 'risk', 'due'],
      limit: 5,
    }),
    warnings,
    'feeds',
  ],
  table: { feed: 'hazards', columns: ['name', 'kind', 'grade', 'risk', 'state', 'unit', 'found', 'due', 'days_left'] },
}

const resources = {
  id: 'resources',
  title: words('应急资源一张图', 'Emergency resources'),
  lenses: [],
  layers: [
    ...['scopes', 'warnings', 'shelters', 'water-sources', 'production', 'nursing-homes'],
    ...['hospitals', 'stores', 'teams', 'vehicles'],
  ],
  cards: [
    'star-ribbon',
    total('teams', '能出动多少人?', 'How many people can go out?', ['人', 'people'], {
      sum: 'people',
      where: ['==', ['get', 'ready'], true],
    }),
    breakdown('vehicles', 'state', '车在哪里?', 'Where are the vehicles?'),
    breakdown('stores', 'state', '物资够不够?', 'Is the stock enough?'),
    total('shelters', '能安置多少人?', 'How many can be sheltered?', ['人', 'people'], { sum: 'capacity' }),
    attention('stores', '哪些库低于底数?', 'Which stores are below minimum?', {
      where: ['>', ['get', 'under_minimum'], 0],
      sort: 'under_minimum',
      descending: true,
      show: ['name', 'under_minimum', 'counted'],
      limit: 5,
    }),
    attention('hospitals', '哪里还有床位?', 'Where are free beds?', {
      sort: 'beds_free',
      descending: true,
      show: ['name', 'grade', 'beds_free'],
      limit: 4,
    }),
    'feeds',
  ],
  table: { feed: 'teams', columns: ['name', 'kind', 'people', 'state', 'skill', 'departs_min'] },
}

export const maps = [panorama, events, sensing, hazards, resources]
