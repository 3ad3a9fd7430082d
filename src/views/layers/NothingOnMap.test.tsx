import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { catalogFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { NothingOnMap } from './NothingOnMap'

const feed = (id: string, record: string) => ({ id, record, source: { url: `${id}.geojson` } })
const catalog = catalogFixture({
  feeds: [feed('land', 'zone'), feed('fires', 'hazard')],
  layers: [
    { id: 'land', feed: 'land', base: true },
    { id: 'fires', feed: 'fires' },
  ],
  maps: [{ id: 'resources', layers: ['land'] }, { id: 'own', layers: [] }, { id: 'hazards' }],
})
const show = (at: number) => renderInCity(<NothingOnMap map={catalog.maps[at]!} />, { catalog })

test('a map with nothing but its base says which records it is about', () => {
  show(0)
  expect(screen.getByText('这张图还没有图层')).toBeTruthy()
  expect(screen.getByText(/record 写 team \/ store \/ shelter \/ hospital \/ vehicle，/)).toBeTruthy()
})

test('a map of a city of its own takes any record that has a place', () => {
  show(1)
  expect(screen.getByText(/place \/ site \/ camera/).textContent).not.toContain('reported')
})

test('a map with a layer says nothing', () => {
  const { container } = show(2)
  expect(container.textContent).toBe('')
})
