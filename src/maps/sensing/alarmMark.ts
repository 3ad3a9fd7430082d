import type { AlarmLevel } from '../../core/model/alarmRule'
import type { IconName } from '../../layers/icons'
import type { LegendEntry } from '../../layers/legend'
import { type PaletteRole, type PaletteTheme, palettes } from '../../layers/palettes'

/** Each level has a shape beside its colour. */
const MARKS: Readonly<Record<AlarmLevel, { readonly role: PaletteRole; readonly icon: IconName }>> = {
  红: { role: 'red', icon: 'hexagon' },
  橙: { role: 'orange', icon: 'diamond' },
  黄: { role: 'yellow', icon: 'triangle' },
  蓝: { role: 'blue', icon: 'circle' },
}

/** The mark of an alarm's level as a legend draws it. */
export function alarmMark(level: AlarmLevel, theme: PaletteTheme): LegendEntry {
  const { role, icon } = MARKS[level]
  return { shape: 'point', icon, color: palettes[theme][role], dashed: false, title: { zh: level }, value: level }
}
