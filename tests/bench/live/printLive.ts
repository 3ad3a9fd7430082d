import type { LiveCase } from './liveCases'
import type { SideRound } from './measureSide'
import type { SoakResult } from './soak'
import type { Thread } from './threadsOf'

/** The cases as a table for people. */
export function printCases(cases: readonly LiveCase[]): string {
  const lines = cases.map(({ name, ours, unit, peers, ratio, agree, note, rounds }) =>
    [
      `${name.padEnd(22)} ours ${figure(ours)} ${unit} | setData ${figure(peers.setData ?? null)} ${unit} | ${
        ratio === null ? '-' : `${ratio.toFixed(1)}x`
      }${agree ? '' : ' | DISAGREE'}`,
      `    ours ${rounds.ours.map(figure).join(' ')}; setData ${rounds.setData.map(figure).join(' ')}`,
      `    ${note}`,
    ].join('\n'),
  )
  return lines.join('\n')
}

/** One round in a few lines. */
export function printRound(round: SideRound, places: number): string {
  const { workers, busyCpu, longestCpu } = round
  const { side, busyOwn, busy, longestOwn, longest, over50, frames, updates, heaps, standing, tally, top, worst } =
    round
  const mib = (bytes: number | null): string => (bytes === null ? '-' : (bytes / 2 ** 20).toFixed(1))
  const { held, drawn, engine, after } = standing
  return [
    `  ${side.padEnd(8)} ${figure(busyOwn)} ms/s (cpu ${figure(busyCpu)}, with GL ${figure(busy)}), longest ${figure(longestOwn)} (cpu ${figure(longestCpu)}, with GL ${figure(longest)}), ${figure(over50)} over 50 ms a minute, ` +
      `${figure(frames)} frames/s, ${figure(updates)} updates/s, heap ${mib(heaps.page)} + ${mib(heaps.engine)} + ${mib(heaps.others)} MiB`,
    `           ${tally.changes} changes in ${figure(tally.seconds)} s, ${tally.listeners} listening (${tally.opened} opened), most waiting ${tally.mostWaiting} bytes; ` +
      `${standing.agree ? `agrees after ${after.toFixed(0)} ms` : `DISAGREES: held ${said(held)}, drawn ${said(drawn)}, engine ${said(engine)}`}`,
    ...top.slice(0, places).map(([place, ms]) => `           ${ms.toFixed(1).padStart(7)} ms/s  ${place}`),
    ...(places > 0 ? workers.flatMap((worker) => printThread(worker, tally.seconds, places)) : []),
    ...(places > 0 ? (worst?.top.slice(0, 6) ?? []) : []).map(
      ([place, ms]) => `           ${ms.toFixed(1).padStart(7)} ms of the longest  ${place}`,
    ),
  ].join('\n')
}

function printThread({ script, busy, own, within }: Thread, seconds: number, places: number): readonly string[] {
  const line = (kind: string) => (entry: readonly [string, number]) =>
    `           ${(entry[1] / seconds).toFixed(1).padStart(7)} ms/s ${kind}  ${entry[0]}`
  return [
    `    worker ${script}: ${figure(busy / seconds)} ms/s`,
    ...own.slice(0, places).map(line('own   ')),
    ...within.slice(0, 2 * places).map(line('within')),
  ]
}

/** The result of a soak; its samples were printed as they came. */
export function printSoak({ slope, lateSlope, minutes, agree, updates, tally }: SoakResult): string {
  const line = (name: string, { page, engine, others }: SoakResult['slope']): string =>
    `${name}: page ${page.toFixed(2)}, engine ${engine.toFixed(2)}, other workers ${others.toFixed(2)} MB/min`
  return [
    `live-soak, ${minutes} minutes, ${updates} updates of the map, most waiting ${tally.mostWaiting} bytes, ${tally.opened} opened, ${agree ? 'agrees' : 'DISAGREES'}`,
    line('  slope', slope),
    line('  slope without the first fifth', lateSlope),
  ].join('\n')
}

const said = (difference: object | null): string => JSON.stringify(difference)

const figure = (value: number | null): string =>
  value === null ? '-' : value >= 100 ? value.toFixed(0) : value.toPrecision(3)
