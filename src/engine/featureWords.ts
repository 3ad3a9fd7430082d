import type { CityFeature } from '#core/model/feature.ts'
import { shownName } from '#core/model/shownName.ts'
import { textOf } from '#core/model/values.ts'

/** What a feature is called, and the way to it. */
export interface NamedFeature {
  readonly mapId: number
  readonly id: string
  readonly name: string | null
  readonly nameEn: string | null
}

/** As it is shown; null where there is no name. */
function shown(value: unknown): string | null {
  const text = textOf(value)
  return text === null ? null : shownName(text)
}

export const nameOf = ({ mapId, id, properties }: CityFeature): NamedFeature => ({
  mapId,
  id,
  name: shown(properties.name),
  nameEn: shown(properties.name_en),
})
