import type { LayerClasses } from '#catalog/schema.ts'
import { PALETTE_ROLES } from '#catalog/vocabulary.ts'
import { type Palette, type PaletteTheme, palettes } from './palettes'

/** The theme's colours as CSS custom properties, one per role and named after it: `--ground0`, `--waterLine`, `--star5`. */
export function cssVariables(theme: PaletteTheme): Readonly<Record<`--${string}`, string>> {
  const palette = palettes[theme]
  return Object.fromEntries(PALETTE_ROLES.map((role) => [`--${role}`, palette[role]]))
}

/**
 * Text expressions in another language than Chinese: every `["get", "name"]` becomes `name_en` where the feature has
 * one, so that one catalog serves both languages.
 */
export function localizeText(value: unknown, language: 'zh-CN' | 'en'): unknown {
  if (language === 'zh-CN' || !Array.isArray(value)) return value
  if (value[0] === 'get' && value[1] === 'name' && value.length === 2) {
    return ['coalesce', ['get', 'name_en'], ['get', 'name']]
  }
  return value.map((part) => localizeText(part, language))
}

/** Images drawn by the map in the colours of a theme: `$hatch` for gaps, `$dots` for the unknown. */
export const patternImage = (pattern: 'hatch' | 'dots', theme: PaletteTheme): string => `${pattern}-${theme}`

function paletteColor(palette: Palette, name: string, where: string): string {
  const role = PALETTE_ROLES.find((known) => known === name)
  if (!role) throw new Error(`${where}: "$${name}" is no colour of the palette`)
  return palette[role]
}

/**
 * Colour written as `$role` or as a CSS colour.
 * @throws when `$role` is unknown; the message begins with `where`
 */
export function resolveColor(color: string, theme: PaletteTheme, where: string): string {
  return color.startsWith('$') ? paletteColor(palettes[theme], color.slice(1), where) : color
}

/** Roles that say nothing of a feature. */
const GROUND = /^(?:ground|text|label|land|water|border|road|rail|building|unknown)/

/** As `resolveColor`, with every hue that says something of a feature taken out of it. */
export function neutralColor(color: string, theme: PaletteTheme, where: string): string {
  const resolved = resolveColor(color, theme, where)
  return color.startsWith('$') && GROUND.test(color.slice(1)) ? resolved : palettes[theme].text3
}

/** A `match` over the classes' `by`, giving `pick` of each class; one class or none gives its fallback. */
function classMatch(
  classes: LayerClasses | undefined,
  where: string,
  pick: (item: { readonly color: string; readonly icon?: string | undefined }) => string,
  fallback: string,
): unknown {
  if (!classes) throw new Error(`${where}: "$class" is used but the layer has no classes`)
  const other = classes.other ? pick(classes.other) : fallback
  if (classes.items.length === 0) return other
  // `match` takes text and numbers only; `to-string` on both sides lets booleans be classes, too.
  const arms = classes.items.flatMap((item) => [String(item.value), pick(item)])
  return ['match', ['to-string', classes.by], ...arms, other]
}

/**
 * Replaces the strings beginning with `$` in a style value: `$class.color` and `$class.icon` by a `match` over the
 * layer's classes, `$hatch` and `$dots` by the theme's pattern image, every other `$name` by the palette's colour.
 * @throws when a name is unknown; the message begins with `where`
 */
export function resolveTokens(
  value: unknown,
  context: {
    readonly theme: PaletteTheme
    readonly classes: LayerClasses | undefined
    readonly where: string
    /** Every hue is taken out. */
    readonly neutral?: boolean
  },
): unknown {
  const { theme, classes, where } = context
  const colorOf = context.neutral ? neutralColor : resolveColor
  if (Array.isArray(value)) return value.map((part) => resolveTokens(part, context))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolveTokens(part, context)]))
  }
  if (typeof value !== 'string' || !value.startsWith('$')) return value
  switch (value) {
    case '$class.color':
      return classMatch(classes, where, (item) => colorOf(item.color, theme, where), palettes[theme].unknown)
    case '$class.icon':
      return classMatch(classes, where, (item) => item.icon ?? 'circle', 'circle')
    case '$hatch':
      return patternImage('hatch', theme)
    case '$dots':
      return patternImage('dots', theme)
    default:
      return colorOf(value, theme, where)
  }
}
