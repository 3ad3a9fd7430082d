import { percentile } from '../alternate'
import type { BenchResult } from '../benchCase'
import type { SideRound } from './measureSide'
import type { SoakResult } from './soak'

/** A case of a bench in a unit of its own. */
export interface UnitCase extends Omit<BenchResult, 'unit' | 'gate' | 'worst'> {
  readonly unit: string
}

/** A figure of both pages: medians of the rounds. */
export interface LiveCase extends UnitCase {
  /** Of every round. */
  readonly rounds: { readonly ours: readonly number[]; readonly setData: readonly number[] }
}

interface Figure {
  readonly name: string
  readonly unit: string
  readonly of: (round: SideRound) => number
  /** More is better: then the ratio is ours over the peer's, so that above 1 is always better. */
  readonly more?: boolean
  readonly note: string
}

const MIB = 2 ** 20

const FIGURES: readonly Figure[] = [
  {
    name: 'live-main-thread',
    unit: 'ms/s',
    of: ({ busyOwn }) => busyOwn,
    note: 'main-thread time a second without calls to WebGL; ours has its panels, setData has none',
  },
  {
    name: 'live-main-thread-cpu',
    unit: 'ms/s',
    of: ({ busyCpu }) => busyCpu,
    note: 'of it at most so much on a processor: on a busy machine the rest was spent waiting for one',
  },
  { name: 'live-main-thread-gl', unit: 'ms/s', of: ({ busy }) => busy, note: 'everything, WebGL in software' },
  { name: 'live-longest-task', unit: 'ms', of: ({ longestOwn }) => longestOwn, note: 'without calls to WebGL' },
  {
    name: 'live-longest-task-cpu',
    unit: 'ms',
    of: ({ longestCpu }) => longestCpu,
    note: 'of a task, at most, on a processor',
  },
  { name: 'live-longest-task-gl', unit: 'ms', of: ({ longest }) => longest, note: 'everything, WebGL in software' },
  {
    name: 'live-tasks-over-50',
    unit: '1/min',
    of: ({ over50 }) => over50,
    note: 'tasks of 50 ms and more, without calls to WebGL',
  },
  {
    name: 'live-frames',
    unit: '1/s',
    of: ({ frames }) => frames,
    more: true,
    note: 'frames in which the map drew; it draws when something changed. Ratio: ours over the peer',
  },
  {
    name: 'live-updates',
    unit: '1/s',
    of: ({ updates }) => updates,
    more: true,
    note: "changes of the map's data; setData is called every 250 ms. Ratio: ours over the peer",
  },
  {
    name: 'live-heap',
    unit: 'MiB',
    of: ({ heaps }) => heaps.page / MIB,
    note: "script heap of the page's own thread after a collection, at the end",
  },
  {
    name: 'live-heap-all',
    unit: 'MiB',
    of: ({ heaps: { page, engine, others } }) => (page + (engine ?? 0) + others) / MIB,
    note: 'with all workers; ours keeps a table, the past and alarms of every device, setData only what is drawn',
  },
  {
    name: 'live-waiting',
    unit: 'KiB',
    of: ({ tally }) => tally.mostWaiting / 1024,
    note: 'most that waited at the sender for a page that did not read it yet',
  },
]

/** The rounds of both sides as cases; `agree` is that every device stood everywhere as it was last sent, in every round. */
export function liveCases(rounds: readonly SideRound[]): readonly LiveCase[] {
  const mine = rounds.filter(({ side }) => side === 'ours')
  const theirs = rounds.filter(({ side }) => side === 'setData')
  const agree = rounds.every(({ standing }) => standing.agree)
  return FIGURES.map(({ name, unit, of, more = false, note }) => {
    const ours = percentile(mine.map(of), 0.5)
    const peer = theirs.length > 0 ? percentile(theirs.map(of), 0.5) : null
    const [better, worse] = more ? [ours, peer] : [peer, ours]
    const ratio = better === null || !worse ? null : better / worse
    return {
      name,
      ours,
      unit,
      peers: { setData: peer },
      ratio,
      agree,
      note,
      rounds: { ours: mine.map(of), setData: theirs.map(of) },
    }
  })
}

/** A soak as cases: `ours` is the slope without the first fifth of the time. */
export function soakCases({ lateSlope, agree, minutes }: SoakResult): readonly UnitCase[] {
  const note = `slope of the script heap after a collection over ${minutes} minutes, by least squares, without the first fifth`
  return (['page', 'engine', 'others'] as const).map((name) => ({
    name: `live-soak-${name}`,
    ours: lateSlope[name],
    unit: 'MB/min',
    peers: {},
    ratio: null,
    agree,
    note,
  }))
}
