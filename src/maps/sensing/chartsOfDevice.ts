import { LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

/** A chart in an element of the page. */
export interface DrawnChart {
  draw(option: object): void
  close(): void
}

/**
 * Puts a chart into an element and keeps it as large as that. Loaded on demand, in a chunk named after this file: charts
 * are no part of the page's first weight.
 */
export function openChart(element: HTMLElement): DrawnChart {
  const chart = init(element, null, { renderer: 'canvas' })
  const sized = new ResizeObserver(() => chart.resize())
  sized.observe(element)
  return {
    draw: (option) => chart.setOption(option as EChartsCoreOption, { notMerge: true }),
    close() {
      sized.disconnect()
      chart.dispose()
    },
  }
}
