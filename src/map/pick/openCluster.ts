import type { Map as MapLibreMap } from 'maplibre-gl'
import { type FeatureRef, select } from '#state/selection.ts'
import { duration, FLIGHT } from '../camera/cameraOf'
import type { Cluster } from './pickAt'

const LISTED = 200

/** Goes nearer until the cluster parts; where it never does, its points stand on one spot and are listed. */
export async function openCluster(map: MapLibreMap, { source, clusterId, at, feed }: Cluster): Promise<void> {
  const [longitude, latitude] = at
  const zoom = await source.getClusterExpansionZoom(clusterId)
  const leaves = await source.getClusterLeaves(clusterId, LISTED, 0)
  const spots = new Set(leaves.map((leaf) => JSON.stringify(leaf.geometry)))
  if (spots.size > 1) {
    map.easeTo({ center: [longitude, latitude], zoom: Math.min(zoom + 0.3, 17), duration: duration(FLIGHT) })
    return
  }
  const features = leaves.map((leaf): FeatureRef => {
    const id: unknown = leaf.properties?.id
    return { feed, mapId: Number(leaf.id), id: typeof id === 'string' ? id : String(leaf.id) }
  })
  select({ kind: 'stack', features, at: [longitude, latitude] })
}
