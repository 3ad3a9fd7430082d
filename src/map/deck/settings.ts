type Rgb = [number, number, number]

/** A `#RRGGBB` colour as deck.gl takes it; anything else gives `fallback`. */
export function rgb(color: unknown, fallback: Rgb): Rgb {
  const digits = typeof color === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) : null
  if (!digits) return fallback
  return [Number.parseInt(digits[1]!, 16), Number.parseInt(digits[2]!, 16), Number.parseInt(digits[3]!, 16)]
}

/** The `colors` of a setting, low to high; the fallback when fewer than two are given. */
export function colorRange(colors: unknown, fallback: Rgb[]): Rgb[] {
  if (!Array.isArray(colors) || colors.length < 2) return fallback
  return colors.map((color: unknown) => rgb(color, [128, 128, 128]))
}

export const numberSetting = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value : fallback

/** Cividis, which keeps its order for every kind of colour vision. */
export const CIVIDIS: Rgb[] = [
  [22, 51, 95],
  [63, 79, 114],
  [107, 111, 120],
  [150, 143, 120],
  [200, 184, 102],
  [254, 232, 56],
]
