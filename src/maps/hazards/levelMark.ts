import type { WarningLevel } from '../../core/warnings/warningLevel'
import type { IconName } from '../../layers/icons'
import type { LegendEntry } from '../../layers/legend'
import { type PaletteRole, type PaletteTheme, palettes } from '../../layers/palettes'

/** Each level has a shape beside its colour, the same on the map, in tables and on cards. */
const MARKS: Readonly<Record<WarningLevel, { readonly role: PaletteRole; readonly icon: IconName }>> = {
  红: { role: 'red', icon: 'hexagon' },
  橙: { role: 'orange', icon: 'diamond' },
  黄: { role: 'yellow', icon: 'triangle' },
  蓝: { role: 'blue', icon: 'circle' },
}

/** The mark of a level as a legend draws it. An unknown level has the colour of what is unknown. */
export function levelMark(level: WarningLevel | null, theme: PaletteTheme): LegendEntry {
  const { role, icon } = level === null ? { role: 'unknown' as const, icon: 'square' as const } : MARKS[level]
  return {
    shape: 'point',
    icon,
    color: palettes[theme][role],
    dashed: false,
    title: { zh: level ?? '' },
    value: level,
  }
}
