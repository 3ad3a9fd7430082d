import uPlot from 'uplot'
import { placeLabels } from './chartAxes'
import type { ChartContent } from './chartContent'

/** Room between a line and its label, CSS pixels. */
const ROOM = 4

/** Draws under the lines: stretches without readings, and the band of the forecast. */
export function drawUnder(plot: uPlot, content: ChartContent): void {
  const { palette, gaps, band } = content
  inPlot(plot, content, (pen, { left, top, width, height }) => {
    pen.beginPath()
    pen.rect(left, top, width, height)
    pen.clip()
    pen.fillStyle = palette.unknown
    pen.globalAlpha = 0.14
    for (const [from, to] of gaps) pen.fillRect(xOf(plot, from), top, xOf(plot, to) - xOf(plot, from), height)
    pen.fillStyle = palette.cat1
    pen.globalAlpha = 0.22
    pen.beginPath()
    for (const { time, high } of band) pen.lineTo(xOf(plot, time), yOf(plot, high))
    for (const { time, low } of band.toReversed()) pen.lineTo(xOf(plot, time), yOf(plot, low))
    pen.fill()
  })
}

/** Draws over the lines: limits and the present moment, and what these and the gaps are called. */
export function drawOver(plot: uPlot, content: ChartContent): void {
  const { font, palette, gaps, limits, now, words } = content
  inPlot(plot, content, (pen, { left, top, width, height }) => {
    const room = ROOM * uPlot.pxRatio
    pen.lineWidth = uPlot.pxRatio
    pen.setLineDash([])
    pen.textBaseline = 'bottom'
    pen.textAlign = 'left'
    pen.strokeStyle = palette.gap
    for (const { value, label } of limits) {
      const y = crisp(yOf(plot, value))
      line(pen, [left, y], [left + width, y])
      pen.fillStyle = palette.text2
      pen.fillText(label, left + room, y - room / 2)
    }
    pen.textAlign = 'center'
    const x = crisp(xOf(plot, now))
    pen.strokeStyle = palette.text3
    pen.setLineDash([uPlot.pxRatio, 2 * uPlot.pxRatio])
    line(pen, [x, top], [x, top + height])
    const named = (label: string, middles: readonly number[], end: number, y: number) => {
      const spaced = pen.measureText(label).width + room
      const places = placeLabels(
        middles.map((middle) => ({ middle, width: spaced })),
        left,
        end,
      )
      for (const place of places) if (place !== null) pen.fillText(label, place, y)
    }
    named(words.now, [x], plot.ctx.canvas.width, top - room / 2)
    pen.fillStyle = palette.text3
    const bottom = top + height - room
    // A limit at the bottom would strike the word through: it stands on that line then.
    const struck = limits.map(({ value }) => yOf(plot, value)).filter((y) => y > bottom - font.size * uPlot.pxRatio)
    const middles = gaps.map(([from, to]) => (Math.max(xOf(plot, from), left) + xOf(plot, to)) / 2)
    named(words.gap, middles, left + width, Math.min(bottom, ...struck.map((y) => y - room / 2)))
  })
}

/** Draws in the font of the chart, and leaves the pen as it was found: the plot remembers how it had set it. */
function inPlot(
  plot: uPlot,
  { font, palette }: ChartContent,
  draw: (pen: CanvasRenderingContext2D, box: uPlot.BBox) => void,
): void {
  const pen = plot.ctx
  pen.save()
  pen.font = `${font.size * uPlot.pxRatio}px ${font.family}`
  pen.fillStyle = palette.text2
  draw(pen, plot.bbox)
  pen.restore()
}

const xOf = (plot: uPlot, time: number): number => plot.valToPos(time, 'x', true)
const yOf = (plot: uPlot, value: number): number => plot.valToPos(value, 'y', true)
/** A line of one pixel lies in one pixel, not half in each of two. */
const crisp = (place: number): number => Math.floor(place) + (uPlot.pxRatio % 2) / 2

function line(pen: CanvasRenderingContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.stroke()
}
