import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { setView, useView } from '#state/view.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { type OwnSketch, useSketches } from '../sketches/useSketches'
import { CompactLegend } from './CompactLegend'
import { LayerList } from './LayerList'

describe('layer list', () => {
  it('switches a layer on and keeps only what differs from the catalog', async () => {
    const user = userEvent.setup()
    await renderWithCity(<LayerList />)
    const sites = screen.getByRole('switch', { name: '显示 基站' })
    expect(sites.getAttribute('aria-checked')).toBe('false')
    await user.click(sites)
    expect(useView.getState().layerVisibility).toEqual({ sites: true })
    expect(screen.getByText('移动')).toBeTruthy()
    await user.click(sites)
    expect(useView.getState().layerVisibility).toEqual({})
  })

  it('draws a layer fainter by its slider, and forgets it when it is back in full', async () => {
    const user = userEvent.setup()
    await renderWithCity(<LayerList />)
    await user.click(screen.getByRole('switch', { name: '显示 基站' }))
    expect(screen.queryByRole('slider')).toBeNull()
    await user.click(screen.getByRole('button', { name: '基站 的不透明度 100%' }))
    const slider = screen.getByRole('slider', { name: '不透明度 基站' })
    fireEvent.change(slider, { target: { value: '40' } })
    expect(useView.getState().layerOpacity).toEqual({ sites: 40 })
    expect(slider.getAttribute('aria-valuetext')).toBe('40%')
    fireEvent.change(slider, { target: { value: '100' } })
    expect(useView.getState().layerOpacity).toEqual({})
    setView({ layerVisibility: {} })
  })

  it('shows only the layers of a lens, and all again', async () => {
    const user = userEvent.setup()
    await renderWithCity(<LayerList />)
    await user.click(screen.getByRole('tab', { name: '惠民' }))
    expect(useView.getState().lens).toBe('huimin')
    expect(screen.queryByRole('switch', { name: '显示 基站' })).toBeNull()
    await user.click(screen.getByRole('tab', { name: '全部' }))
    expect(screen.getByRole('switch', { name: '显示 基站' })).toBeTruthy()
  })

  it('names what else is drawn, with its marks, topmost first', async () => {
    await renderWithCity(<WithSketches of={<LayerList />} />)
    const drawn = within(screen.getByRole('region', { name: '图上另绘' }))
    expect(drawn.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      '缺口',
      '学校达到未达到',
      '达到',
      '未达到',
    ])
  })
})

describe('compact legend', () => {
  it('has sketches above the layers, one mark before its word, several after the name', async () => {
    await renderWithCity(<WithSketches of={<CompactLegend />} />)
    const [first, second] = within(screen.getByRole('list', { name: '图层与图例' })).getAllByRole('listitem')
    expect(first?.textContent).toBe('缺口')
    expect(second?.textContent).toBe('学校达到未达到')
  })
})

function WithSketches({ of }: { readonly of: ReactNode }) {
  useSketches(SKETCHES)
  return of
}

const COMMON = { group: 'gap', source: { kind: 'url', url: 'blob:' }, style: [], pickable: false } as const
const SKETCHES: readonly OwnSketch[] = [
  {
    ...COMMON,
    id: 'subjects',
    title: '学校',
    legend: [
      { word: '达到', shape: 'area', color: '$covered' },
      { word: '未达到', shape: 'area', color: '$gap', fill: 'tint' },
    ],
  },
  { ...COMMON, id: 'gaps', title: '缺口', legend: [{ word: '缺口', shape: 'area', color: '$gap', fill: 'hatch' }] },
]
