import { PALETTE_ROLES, type PaletteTheme, palettes } from './palettes'

/** The theme's colours as CSS custom properties, one per role and named after it: `--ground0`, `--waterLine`, `--star5`. */
export function cssVariables(theme: PaletteTheme): Readonly<Record<`--${string}`, string>> {
  const palette = palettes[theme]
  return Object.fromEntries(PALETTE_ROLES.map((role) => [`--${role}`, palette[role]]))
}
