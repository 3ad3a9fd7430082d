import { expect, test } from 'vitest'
import { catalogFixture } from '#tests/city/cityFixture.tsx'
import { dutyView } from './dutyView'

const open = ['!=', ['get', 'stage'], 'closed']
const catalog = catalogFixture({
  feeds: [
    { id: 'cases', record: 'case', source: { type: 'geojson', url: 'cases.geojson' } },
    { id: 'trees', record: 'place', source: { type: 'geojson', url: 'trees.geojson' } },
  ],
  layers: [
    { id: 'all-cases', feed: 'cases', visible: false },
    { id: 'cases', feed: 'cases', title: { zh: '在办案件' }, filter: open },
  ],
})

test('the name and what is needed most, of the features the map draws', () => {
  expect(dutyView(catalog, 'cases', ['name', 'stage', 'due', 'clock', 'unit'], 2)).toEqual({
    columns: ['name', 'clock', 'stage'],
    sort: { column: 'due', descending: false },
    where: open,
    title: { zh: '在办案件' },
  })
})

test('cases go by the deadline that their clock speaks of; where the app keeps no clock, by that of the source', () => {
  const properties = ['name', 'stage', 'clock', 'clock_due', 'due']
  expect(dutyView(catalog, 'cases', properties, 3)).toMatchObject({
    columns: ['name', 'clock', 'stage', 'clock_due'],
    sort: { column: 'clock_due', descending: false },
  })
  expect(dutyView(catalog, 'cases', ['name', 'stage', 'due'], 3)).toMatchObject({
    columns: ['name', 'stage', 'due'],
    sort: { column: 'due', descending: false },
  })
})

test('what the feed does not have is neither a column nor the order', () => {
  expect(dutyView(catalog, 'cases', ['name', 'stage'], 3)).toMatchObject({
    columns: ['name', 'stage'],
    sort: undefined,
  })
})

test('no view for another kind of record, or a feed with none of the columns', () => {
  expect(dutyView(catalog, 'trees', ['name', 'stage'], 3)).toBeNull()
  expect(dutyView(catalog, 'cases', ['name'], 3)).toBeNull()
})
