import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { useView } from '#state/view.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
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

  it('shows only the layers of a lens, and all again', async () => {
    const user = userEvent.setup()
    await renderWithCity(<LayerList />)
    await user.click(screen.getByRole('tab', { name: '惠民' }))
    expect(useView.getState().lens).toBe('huimin')
    expect(screen.queryByRole('switch', { name: '显示 基站' })).toBeNull()
    await user.click(screen.getByRole('tab', { name: '全部' }))
    expect(screen.getByRole('switch', { name: '显示 基站' })).toBeTruthy()
  })
})
