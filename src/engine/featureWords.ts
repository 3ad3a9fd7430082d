import type { CityFeature } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'

/** What a feature is called, and the way to it. */
export interface NamedFeature {
  readonly mapId: number
  readonly id: string
  readonly name: string | null
  readonly nameEn: string | null
}

export const nameOf = ({ mapId, id, properties }: CityFeature): NamedFeature => ({
  mapId,
  id,
  name: textOf(properties.name),
  nameEn: textOf(properties.name_en),
})
