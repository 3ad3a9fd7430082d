import type { Catalog } from '#catalog/schema.ts'
import { type LegendEntry, legend } from '#layers/legend.ts'
import type { PaletteTheme } from '#layers/palettes.ts'
import { useView } from '#state/view.ts'

/** Where a row tells covered from gap by colour, nothing else does: classes have none, on the map and in words alike. */
export const useNeutralClasses = (): boolean =>
  useView(({ indicator, workspace }) => indicator !== null && workspace === 'plan')

/**
 * The legend lines of a feed's layers that are told apart by one property, by the value as text: word, colour, shape.
 * `neutral`: without their hues.
 */
export function classLegend(
  catalog: Catalog,
  feed: string,
  property: string,
  theme: PaletteTheme,
  neutral = false,
): ReadonlyMap<string, LegendEntry> {
  const found = new Map<string, LegendEntry>()
  for (const layer of catalog.layers) {
    const by: unknown = layer.classes?.by
    if (layer.feed !== feed || !Array.isArray(by) || by[0] !== 'get' || by[1] !== property) continue
    for (const entry of legend(layer, theme, neutral)) if (entry.value !== null) found.set(String(entry.value), entry)
  }
  return found
}
