const is = (property: string, value: unknown = true) => ['==', ['get', property], value]
const share = (of: string, property: string, more: object = {}) => ({
  method: 'share',
  of,
  match: is(property),
  known: ['has', property],
  ...more,
})
/** Households reached / households, summed over the communities. */
const households = (part: string, whole = 'households') => ({
  method: 'ratio',
  of: 'communities',
  part: ['get', part],
  whole: ['get', whole],
})
const row = (id: string, metrics: Readonly<Record<string, unknown>>) => ({ id, metrics })
const combine = (how: string, of: readonly string[], weights?: Readonly<Record<string, number>>) => ({
  method: 'combine',
  how,
  of,
  ...(weights ? { weights } : {}),
})

const monitored = (kind: string) => ({
  method: 'area',
  region: 'boundary',
  by: 'monitoring',
  byWhere: is('kind', kind),
})
const watched = (kind: string) => ({
  method: 'length',
  of: 'pipelines',
  where: is('kind', kind),
  match: is('monitored'),
})
const smartHospitals = (level: number) => ({
  method: 'count',
  of: 'hospitals',
  where: ['in', ['get', 'grade'], ['literal', ['二级', '三级']]],
  match: ['>=', ['get', 'smart_level'], level],
})

const services = [
  row('bus-realtime-arrival-rate', {
    realtime_line_ratio: share('bus-lines', 'realtime'),
    estop_ratio: share('bus-stops', 'estop'),
  }),
  row('smart-lighting-install-rate', { value: share('lamps', 'smart') }),
  row('smart-campus-coverage', { value: share('schools', 'smart') }),
  row('hospital-smart-service-level', {
    hospitals_level_ge2: smartHospitals(2),
    hospitals_level_ge3: smartHospitals(3),
    hospitals_level_ge4: smartHospitals(4),
  }),
  row('realtime-signal-timing-ratio', {
    value: share('junctions', 'adaptive_signal', { where: ['!', is('branch')] }),
  }),
  row('household-energy-ami-coverage', {
    value: combine('mean', ['water', 'power', 'gas']),
    water: households('remote_water'),
    power: households('remote_power'),
    gas: households('remote_gas'),
  }),
]

const government = [
  row('environment-monitoring-coverage', {
    value: combine('weighted', ['air', 'water', 'noise'], { air: 0.4, water: 0.4, noise: 0.2 }),
    air: monitored('空气'),
    water: monitored('水体'),
    noise: monitored('噪声'),
  }),
  row('pipe-network-smart-monitoring', {
    value: combine('mean', ['water', 'power', 'gas']),
    water: watched('水'),
    power: watched('电'),
    gas: watched('气'),
  }),
  row('building-submetering-rate', { value: share('key-buildings', 'submetered') }),
]

const economy = [
  row('enterprises-on-cloud', { value: { method: 'count', of: 'enterprises', match: is('cloud') } }),
  row('digital-economy-parks', {
    city_level_parks: {
      method: 'count',
      of: 'digital-parks',
      match: ['in', ['get', 'level'], ['literal', ['市级', '省级']]],
    },
    province_level_parks: { method: 'count', of: 'digital-parks', match: is('level', '省级') },
  }),
  row('national-new-industrialization-bases', { value: { method: 'count', of: 'industry-bases' } }),
]

const infrastructure = [
  row('ftth-household-coverage', { value: households('ftth_households', 'online_households') }),
  row('mobile-avg-download-rate', { value: { method: 'mean', of: 'drive-test', value: ['get', 'value'] } }),
  row('video-surveillance-completeness', {
    hd_area_coverage: { method: 'covered', subjects: 'key-areas', by: 'cameras', byWhere: is('hd'), threshold: 0.5 },
    camera_intact_rate: {
      method: 'share',
      of: 'cameras',
      match: is('status', '完好'),
      known: ['has', 'status'],
      within: 'key-areas',
    },
  }),
  row('video-surveillance-networking', { value: share('cameras', 'networked', { within: 'key-areas' }) }),
  row('electronic-police-coverage', { value: share('junctions', 'e_police', { where: ['!', is('branch')] }) }),
  row('broadband-200m-share', { value: households('broadband200') }),
  row('5g-key-area-coverage', {
    value: {
      method: 'covered',
      subjects: 'key-areas',
      by: 'sites-5g',
      threshold: 0.8,
    },
  }),
  row('multi-scale-topographic-coverage', {
    value: {
      method: 'area',
      region: 'planning-area',
      by: 'map-sheets',
      byWhere: ['in', ['get', 'scale'], ['literal', [1000, 2000]]],
    },
  }),
]

const local = [row('smart-community-coverage', { value: share('communities', 'smart') })]

/** How Zoucheng measures the rows that have a place on the map; all others come from what departments report. */
export const indicators = [...services, ...government, ...economy, ...infrastructure, ...local]
