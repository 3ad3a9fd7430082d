import { describe, expect, it } from 'vitest'
import type { ResolvedMapLayer } from '#layers/ResolvedLayer.ts'
import { feedsToLoad } from './feedsToLoad'

function layer(feed: string, base: boolean, minzoom: number): ResolvedMapLayer {
  return {
    drawnBy: 'maplibre',
    id: `${feed}:${minzoom}`,
    layer: feed,
    feed,
    group: 'area',
    interactive: false,
    base,
    source: { id: feed, feed, cluster: null },
    spec: { id: feed, type: 'fill', minzoom },
  }
}

const LAYERS = [layer('land', true, 0), layer('buildings', true, 13), layer('cases', false, 0), layer('land', false, 0)]

describe('feeds to load', () => {
  it('leaves layers that show only closer in for later', () => {
    expect(feedsToLoad(LAYERS, 10, [])).toEqual({ base: ['land'], themed: ['cases'] })
  })

  it('asks a little before they show', () => {
    // 12.3 + 0.75 = 13.05, past 13.
    expect(feedsToLoad(LAYERS, 12.3, []).base).toEqual(['land', 'buildings'])
  })

  it('adds what the marks need, each feed once', () => {
    expect(feedsToLoad(LAYERS, 10, ['cases', 'sites', 'land'])).toEqual({ base: ['land'], themed: ['cases', 'sites'] })
  })
})
