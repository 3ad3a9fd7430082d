import type { Map as MapLibreMap } from 'maplibre-gl'
import { expect, test } from 'vitest'
import { applyStyleOperation } from './applyStyle'
import type { MapSource } from './StyleContents'

/** What a map is told when a source is added. */
function added(source: MapSource): unknown {
  const told: unknown[] = []
  const map = { getSource: () => undefined, addSource: (_: string, spec: unknown) => told.push(spec) }
  applyStyleOperation(map as unknown as MapLibreMap, { do: 'addSource', id: 'it', source })
  return told[0]
}

test('features of a sketch are numbered by the map, so that they can be outlined; those of a feed have numbers', () => {
  expect(added({ data: 'blob:gaps', cluster: null })).toMatchObject({ data: 'blob:gaps', generateId: true })
  expect(added({ data: 'blob:areas', cluster: null, feed: 'areas' })).not.toHaveProperty('generateId')
})
