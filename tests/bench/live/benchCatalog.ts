import { classes, dot, kind, layer } from '#seeds/catalog/layer.ts'
import { words } from '#seeds/catalog/words.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { BOUNDS } from './deviceCity'

/** Feed, source and layer of the devices. */
export const DEVICES = 'devices'
export const MAP = 'sensing'

/** A city of one living feed of devices, with an alarm rule and their reporting, on one map with a few cards. */
export const benchCatalog = {
  version: 1,
  city: {
    code: '999907',
    name: words('测试县', 'Bench County'),
    bounds: [...BOUNDS] as [number, number, number, number],
  },
  feeds: [
    {
      id: DEVICES,
      title: words('感知设备', 'Devices'),
      record: 'device',
      source: { type: 'geojson', url: '../live/devices.geojson' },
      live: { type: 'websocket', url: '../live/devices/socket' },
      staleSeconds: 3600,
      reporting: { cycle: 60 },
      rules: [
        { id: 'high', kind: 'threshold', level: '橙', above: 99, margin: 1, title: words('高于 99', 'Above 99') },
      ],
    },
  ],
  layers: [
    layer({
      id: DEVICES,
      title: words('感知设备', 'Devices'),
      group: 'live',
      classes: classes('status', [
        kind('正常', '正常', 'Normal', '$cat3'),
        kind('关注', '关注', 'Watched', '$cat2'),
        kind('报警', '报警', 'Alarm', '$cat6'),
        kind('离线', '离线', 'Off line', '$cat4'),
      ]),
      style: [dot('$class.color')],
      popup: ['name', 'kind', 'value', 'status', 'time'],
    }),
  ],
  maps: [
    {
      id: MAP,
      title: words('感知一张图', 'Sensing'),
      layers: [DEVICES],
      cards: [
        'star-ribbon',
        { kind: 'total', feed: DEVICES, title: words('设备', 'Devices'), unit: words('台', 'devices') },
        { kind: 'breakdown', feed: DEVICES, by: 'status', title: words('设备状态', 'By status') },
        { kind: 'breakdown', feed: DEVICES, by: 'kind', title: words('设备类型', 'By kind') },
        { kind: 'alarms', feed: DEVICES, title: words('现在有哪些报警?', 'Alarms now') },
        { kind: 'feeds', title: words('数据', 'Feeds') },
      ],
    },
  ],
  indicators: [],
}

export const parsedCatalog = () => wholeCatalog(benchCatalog)
