import { words } from './words'

const about = (kind: string) => ['==', ['get', 'kind'], kind]
const high = { above: ['get', 'high'] }
const low = { below: ['get', 'low'] }

function threshold(
  id: string,
  title: ReturnType<typeof words>,
  kind: string,
  level: '红' | '橙' | '黄' | '蓝',
  limits: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { kind: 'threshold', id, title, where: about(kind), level, ...limits }
}

/** When a device raises an alarm. Margins are in the unit of the reading; what swings by itself must hold for a while. */
export const deviceRules = [
  threshold('gas', words('燃气浓度超限', 'Gas concentration too high'), '燃气浓度', '红', { ...high, margin: 4 }),
  threshold('bridge', words('桥梁位移超限', 'Bridge moves too far'), '桥梁位移', '红', {
    ...high,
    margin: 1,
    hold: 900,
  }),
  threshold('water-level', words('水位超警戒', 'Water above its warning level'), '水位', '橙', {
    ...high,
    margin: 0.15,
  }),
  threshold('ponding', words('道路积水超限', 'Road under water'), '积水', '橙', { ...high, margin: 3 }),
  threshold('manhole', words('井盖倾斜', 'Manhole cover tilted'), '井盖', '橙', { ...high, margin: 5 }),
  threshold('hydrant-low', words('消防水压不足', 'Hydrant pressure too low'), '消防水压', '橙', {
    ...low,
    margin: 0.02,
  }),
  threshold('hydrant-high', words('消防水压过高', 'Hydrant pressure too high'), '消防水压', '黄', {
    ...high,
    margin: 0.03,
  }),
  threshold('rainfall', words('雨强超限', 'Rain too heavy'), '雨量', '黄', { ...high, margin: 4 }),
  threshold('air', words('空气质量超限', 'Air quality too poor'), '空气质量', '黄', { ...high, margin: 15 }),
  threshold('greenhouse-hot', words('大棚过热', 'Greenhouse too hot'), '大棚温度', '黄', {
    ...high,
    margin: 1,
    hold: 1800,
  }),
  threshold('greenhouse-cold', words('大棚过冷', 'Greenhouse too cold'), '大棚温度', '黄', {
    ...low,
    margin: 1,
    hold: 1800,
  }),
  threshold('noise', words('噪声超限', 'Too loud'), '噪声', '蓝', { ...high, margin: 2, hold: 600 }),
  {
    kind: 'rate',
    id: 'water-rising',
    title: words('水位上涨过快', 'Water rising fast'),
    where: about('水位'),
    level: '黄',
    minutes: 60,
    rise: 0.4,
  },
  {
    kind: 'rate',
    id: 'ponding-rising',
    title: words('积水上涨过快', 'Road flooding fast'),
    where: about('积水'),
    level: '黄',
    minutes: 30,
    rise: 6,
  },
  { kind: 'silence', id: 'silent', title: words('设备静默', 'Device silent'), level: '蓝' },
]
