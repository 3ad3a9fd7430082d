import type { AlarmLevel } from '#core/model/feedDefinitions.ts'
import type { IconName } from './icons'
import type { LegendEntry } from './legend'
import { type PaletteRole, type PaletteTheme, palettes } from './palettes'

/** Each level has a shape beside its colour, the same on the map, in tables and on cards. */
const MARKS: Readonly<Record<AlarmLevel, { readonly role: PaletteRole; readonly icon: IconName }>> = {
  红: { role: 'red', icon: 'hexagon' },
  橙: { role: 'orange', icon: 'diamond' },
  黄: { role: 'yellow', icon: 'triangle' },
  蓝: { role: 'blue', icon: 'circle' },
}

/** The mark of a level 红 橙 黄 蓝 of a warning, a risk or an alarm, as a legend draws it. An unknown level has the colour of what is unknown. */
export function levelMark(level: AlarmLevel | null, theme: PaletteTheme): LegendEntry {
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
