import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Drawing } from '#views/charts/useDrawn.ts'
import type { ChartContent } from './chartContent'
import { chartOptions } from './chartOptions'
import { chartTip } from './chartTip'
import styles from './DeviceChart.module.css'

/**
 * Puts a chart into an element and keeps it as large as that. Loaded on demand, in a chunk named after this file: charts
 * are no part of the page's first weight.
 */
export function openChart(element: HTMLElement): Drawing<ChartContent> {
  const tip = chartTip(element, styles.tip)
  let content: ChartContent | null = null
  let plot: uPlot | null = null
  const size = () => ({ width: element.clientWidth, height: element.clientHeight })
  const roomFor = ({ width, height }: ReturnType<typeof size>) => width > 0 && height > 0
  const open = () => {
    if (content === null || !roomFor(size())) return
    plot = new uPlot({ ...size(), ...chartOptions(() => content!, tip) }, rowsOf(content), element)
  }
  const sized = new ResizeObserver(() => {
    if (plot === null) open()
    else if (roomFor(size())) plot.setSize(size())
  })
  sized.observe(element)
  // Text is drawn in another font as long as its characters are on their way.
  const lettered = () => plot?.redraw(false, true)
  document.fonts.addEventListener('loadingdone', lettered)
  return {
    draw(latest) {
      content = latest
      if (plot === null) open()
      else plot.setData(rowsOf(latest))
    },
    close() {
      document.fonts.removeEventListener('loadingdone', lettered)
      sized.disconnect()
      plot?.destroy()
      tip.close()
    },
  }
}

const rowsOf = ({ times, readings, expected }: ChartContent): uPlot.AlignedData => [
  [...times],
  [...readings],
  [...expected],
]
