import type { Random } from '../random'
import type { FeedFile } from './feedFile'
import { feature } from './feedFile'
import { rounded } from './rounding'

const quarters = [
  '2024-09-30',
  '2024-12-31',
  '2025-03-31',
  '2025-06-30',
  '2025-09-30',
  '2025-12-31',
  '2026-03-31',
  '2026-06-30',
]

/** Where some rows came from: value two years ago, value at the last quarter. */
const courses: readonly (readonly [indicator: string, metric: string, from: number, to: number])[] = [
  ['5g-key-area-coverage', 'value', 0.31, 0.75],
  ['video-surveillance-completeness', 'hd_area_coverage', 0.62, 0.87],
  ['video-surveillance-completeness', 'camera_intact_rate', 0.88, 0.92],
  ['video-surveillance-networking', 'value', 0.7, 0.88],
  ['electronic-police-coverage', 'value', 0.78, 0.93],
  ['realtime-signal-timing-ratio', 'value', 0.21, 0.57],
  ['multi-scale-topographic-coverage', 'value', 0.55, 0.91],
  ['smart-lighting-install-rate', 'value', 0.48, 0.9],
  ['smart-campus-coverage', 'value', 0.26, 0.45],
  ['smart-community-coverage', 'value', 0.14, 0.36],
  ['bus-realtime-arrival-rate', 'realtime_line_ratio', 0.5, 0.72],
  ['pipe-network-smart-monitoring', 'value', 0.66, 0.85],
  ['environment-monitoring-coverage', 'value', 0.5, 0.7],
  ['ftth-household-coverage', 'value', 0.92, 0.965],
  ['broadband-200m-share', 'value', 0.38, 0.6],
  ['e-certificate-usage-rate', 'value', 0.44, 0.8],
  ['gov-cloud-migration-rate', 'value', 0.81, 0.955],
  ['enterprises-on-cloud', 'value', 210, 470],
]

/** Past values by quarter, for trends and forecasts. Without place; never used as a value of today. */
export function growHistory(dice: Random): FeedFile {
  const features = courses.flatMap(([indicator, metric, from, to]) =>
    quarters.map((date, index) => {
      const even = from + ((to - from) * index) / (quarters.length - 1)
      const between = index > 0 && index < quarters.length - 1
      const wobble = between ? dice.between(-0.25, 0.25) * ((to - from) / quarters.length) : 0
      const value = to > 1 ? Math.round(even + wobble) : rounded(even + wobble, 4)
      return feature(`${indicator}/${metric}/${date}`, null, { indicator, metric, value, date })
    }),
  )
  return { id: 'history', asOf: '2026-06-30T00:00:00+08:00', features }
}
