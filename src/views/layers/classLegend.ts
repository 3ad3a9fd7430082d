import type { Catalog } from '#catalog/schema.ts'
import { type LegendEntry, legend } from '#layers/legend.ts'
import type { PaletteTheme } from '#layers/palettes.ts'

/** The legend lines of a feed's layers that are told apart by one property, by the value as text: word, colour, shape. */
export function classLegend(
  catalog: Catalog,
  feed: string,
  property: string,
  theme: PaletteTheme,
): ReadonlyMap<string, LegendEntry> {
  const found = new Map<string, LegendEntry>()
  for (const layer of catalog.layers) {
    const by: unknown = layer.classes?.by
    if (layer.feed !== feed || !Array.isArray(by) || by[0] !== 'get' || by[1] !== property) continue
    for (const entry of legend(layer, theme)) if (entry.value !== null) found.set(String(entry.value), entry)
  }
  return found
}
