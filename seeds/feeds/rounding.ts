/** Rounded to `digits` decimals. */
export function rounded(value: number, digits = 0): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

/** A running number with leading zeros. */
export function numbered(index: number, width: number): string {
  return String(index).padStart(width, '0')
}
