import uPlot from 'uplot'
import { FIGURE_STEPS, shanghaiTicks, TIME_STEPS } from './chartAxes'
import { type ChartContent, nearestRow } from './chartContent'
import { drawOver, drawUnder } from './chartMarks'
import type { ChartTip } from './chartTip'

/** Pixels around the plot: the word for the present moment above, half of the last time at the right. */
const PADDING: uPlot.Padding = [20, 16, 0, 8]
const TIMES = { size: 26, apart: 52, gap: 4, tick: 5 }
const FIGURES = { apart: 30, gap: 6 }
const POINT = 6
const LINE = 1.5

/**
 * How the chart of a device is plotted and answers the pointer. All that may change while it is open is asked of `latest`,
 * each time it is drawn.
 */
export function chartOptions(latest: () => ChartContent, tip: ChartTip): Omit<uPlot.Options, 'width' | 'height'> {
  const { size, family } = latest().font
  const font = `${size}px ${family}`
  const ground = () => latest().palette.ground3
  const label = () => latest().palette.text2
  const colors = [label, () => latest().palette.text1, () => latest().palette.cat1]
  const colorOf = (_: uPlot, series: number) => (colors[series] ?? label)()
  return {
    padding: PADDING,
    legend: { show: false },
    scales: {
      x: { time: false, range: () => [...latest().span] },
      y: { range: () => [...latest().extent] },
    },
    axes: [
      {
        font,
        stroke: label,
        size: TIMES.size,
        space: TIMES.apart,
        gap: TIMES.gap,
        incrs: [...TIME_STEPS],
        splits: (_plot, _axis, from, to, step) => shanghaiTicks(from, to, step),
        values: (_plot, times) => times.map((time) => latest().words.tick(time)),
        grid: { show: false },
        border: { show: true, stroke: ground, width: 1 },
        ticks: { stroke: ground, width: 1, size: TIMES.tick },
      },
      {
        font,
        stroke: label,
        size: (plot, figures) => widest(plot, font, figures ?? []) + FIGURES.gap,
        space: FIGURES.apart,
        gap: FIGURES.gap,
        incrs: [...FIGURE_STEPS],
        values: (_plot, figures) => figures.map((figure) => latest().words.figure(figure)),
        // Half as strong as the axis.
        grid: { stroke: () => `${ground()}80`, width: 1 },
        ticks: { show: false },
      },
    ],
    series: [
      {},
      {
        stroke: colorOf,
        width: LINE,
        points: { show: false, filter: () => [...latest().alone], size: 3, width: 0, fill: colorOf },
      },
      {
        stroke: colorOf,
        width: LINE,
        dash: [4 * LINE, 2 * LINE].map((length) => length * uPlot.pxRatio),
        points: { show: false },
      },
    ],
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: POINT, width: 0, fill: colorOf, stroke: colorOf },
      // A line without a value in the row has no dot, rather than one at its nearest value.
      dataIdx: (_plot, _series, row) => row,
      // The line stands at a row of which something is said, not between two.
      move(plot, left, top) {
        const row = nearestRow(latest(), plot.posToVal(left, 'x'))
        return left < 0 || row === null ? [-1, -1] : [plot.valToPos(latest().times[row]!, 'x'), top]
      },
    },
    hooks: {
      drawAxes: [(plot) => drawUnder(plot, latest())],
      draw: [(plot) => drawOver(plot, latest())],
      setCursor: [
        (plot) => {
          const { idx, left = -1, top = -1 } = plot.cursor
          const said = left < 0 || idx === null || idx === undefined ? [] : latest().said(idx)
          tip.show(said, [plot.over.offsetLeft + left, plot.over.offsetTop + top])
        },
      ],
    },
  }
}

/** Pixels that the widest of some texts takes. */
function widest(plot: uPlot, font: string, texts: readonly string[]): number {
  const pen = plot.ctx
  pen.save()
  pen.font = font
  const width = Math.max(0, ...texts.map((text) => pen.measureText(text).width))
  pen.restore()
  return Math.ceil(width)
}
