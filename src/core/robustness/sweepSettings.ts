import type { SweepAxis, SweepSetting } from './robustness'

/** Most combinations that are all evaluated; beyond, one axis leaves its base at a time. */
export const MOST_SETTINGS = 5000

export interface SweepPlan {
  readonly design: 'full' | 'one-at-a-time'
  readonly settings: readonly SweepSetting[]
}

/** Place of the base among the values of an axis. */
export function basePlace(axis: SweepAxis): number {
  return axis.kind === 'scope' ? axis.values.indexOf(axis.base) : axis.values.indexOf(axis.base)
}

/** The settings of a sweep, each once. The first is the base; the first axis varies slowest, the last fastest. */
export function sweepSettings(axes: readonly SweepAxis[], most = MOST_SETTINGS): SweepPlan {
  const count = axes.reduce((product, { values }) => product * values.length, 1)
  const base = axes.map(basePlace)
  if (count > most) {
    const single = axes.flatMap((axis, at) => others(axis).map((place) => base.with(at, place)))
    return { design: 'one-at-a-time', settings: [base, ...single] }
  }
  let settings: SweepSetting[] = [[]]
  for (const axis of axes) {
    const places = [basePlace(axis), ...others(axis)]
    settings = settings.flatMap((setting) => places.map((place) => [...setting, place]))
  }
  return { design: 'full', settings }
}

function others(axis: SweepAxis): number[] {
  return [...axis.values.keys()].filter((place) => place !== basePlace(axis))
}
