import type { EvaluableFeed } from '../model/evaluation'
import type { CityFeature } from '../model/feature'

/** Whether a factor on the radius changes what a feature covers: points with a footprint; a polygon is its own. */
export function scalesWithFactor({ geometry, footprint }: CityFeature): boolean {
  return footprint !== undefined && (geometry?.type === 'Point' || geometry?.type === 'MultiPoint')
}

/**
 * The feeds with the footprint radius of those named multiplied, as new feature objects made once for each factor, so that
 * what is remembered about a feature holds for the whole sweep. Factor 1 gives the feeds themselves.
 */
export function scaledFeeds(
  feeds: ReadonlyMap<string, EvaluableFeed>,
  named: ReadonlySet<string>,
): (factor: number) => ReadonlyMap<string, EvaluableFeed> {
  const made = new Map<number, ReadonlyMap<string, EvaluableFeed>>([[1, feeds]])
  return (factor) => {
    const known = made.get(factor)
    if (known) return known
    const scaled = new Map([...feeds].map(([id, feed]) => [id, named.has(id) ? scaledFeed(feed, factor) : feed]))
    made.set(factor, scaled)
    return scaled
  }
}

function scaledFeed(feed: EvaluableFeed, factor: number): EvaluableFeed {
  if ('error' in feed) return feed
  const features = feed.features.map((feature) => {
    const { footprint } = feature
    if (!footprint || !scalesWithFactor(feature)) return feature
    return { ...feature, footprint: { ...footprint, radius: footprint.radius * factor } }
  })
  return { ...feed, features }
}
