import uPlot from 'uplot'
import type { Drawing } from '#views/charts/useDrawn.ts'
import 'uplot/dist/uPlot.min.css'

/** What the chart draws; it may change while it is open. */
export interface GapBars {
  /** In the order of the list; null: not known, no bar. */
  readonly values: readonly (number | null)[]
  /** The bar that is selected or under a pointer elsewhere. */
  readonly marked: number | null
  readonly colors: { readonly bar: string; readonly marked: string; readonly text: string; readonly line: string }
  readonly font: string
  readonly figure: (value: number) => string
  readonly onHover: (bar: number | null) => void
  readonly onPick: (bar: number) => void
}

const AXIS = 44

/** Puts bars into an element and keeps them as large as that. Loaded when first seen: charts are no part of the page's first weight. */
export function openGapChart(element: HTMLElement): Drawing<GapBars> {
  let bars: GapBars | null = null
  let plot: uPlot | null = null
  const size = () => ({ width: element.clientWidth, height: element.clientHeight })
  const open = () => {
    if (!bars || size().width === 0) return
    plot = new uPlot({ ...size(), ...optionsOf(() => bars!) }, rowsOf(bars), element)
    plot.over.addEventListener('click', () => {
      const bar = plot?.cursor.idx
      if (typeof bar === 'number') bars?.onPick(bar)
    })
  }
  const sized = new ResizeObserver(() => {
    if (!plot) open()
    else if (size().width > 0) plot.setSize(size())
  })
  sized.observe(element)
  return {
    draw(next) {
      bars = next
      if (plot) plot.setData(rowsOf(next))
      else open()
    },
    close() {
      sized.disconnect()
      plot?.destroy()
    },
  }
}

function optionsOf(latest: () => GapBars): Omit<uPlot.Options, 'width' | 'height'> {
  const paths = uPlot.paths.bars?.({ size: [0.72, 28] })
  const series = (color: () => string): uPlot.Series => ({
    fill: color,
    stroke: color,
    width: 0,
    points: { show: false },
    ...(paths && { paths }),
  })
  return {
    padding: [8, 4, 4, 0],
    legend: { show: false },
    scales: {
      x: { time: false, range: () => [-0.5, Math.max(1, latest().values.length) - 0.5] },
      y: { range: (_plot, _least, most) => [0, most > 0 ? most : 1] },
    },
    axes: [
      { show: false },
      {
        font: latest().font,
        stroke: () => latest().colors.text,
        size: AXIS,
        space: 28,
        gap: 4,
        values: (_plot, figures) => figures.map((figure) => latest().figure(figure)),
        grid: { stroke: () => latest().colors.line, width: 1 },
        ticks: { show: false },
      },
    ],
    series: [{}, series(() => latest().colors.bar), series(() => latest().colors.marked)],
    cursor: { x: false, y: false, drag: { x: false, y: false, setScale: false }, points: { show: false } },
    hooks: {
      setCursor: [
        ({ cursor: { idx, left = -1 } }) =>
          latest().onHover(left < 0 || idx === null || idx === undefined ? null : idx),
      ],
    },
  }
}

const rowsOf = ({ values, marked }: GapBars): uPlot.AlignedData => [
  values.map((_, at) => at),
  [...values],
  values.map((value, at) => (at === marked ? value : null)),
]
