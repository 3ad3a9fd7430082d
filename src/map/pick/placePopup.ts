/** Pixels from the edges of the map. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The point of the screen that a popup points to, and the side of the popup that lies there, as MapLibre names it. */
export interface PopupPlace {
  readonly x: number
  readonly y: number
  readonly anchor: 'bottom' | 'left' | 'right' | 'top' | 'top-right'
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/**
 * Where a popup stands so that it does not cover what it explains: above it where there is room, else at its right, its
 * left or below it; where there is none, in the corner of the clear map. `gap`: pixels between the two.
 */
export function placePopup(
  about: Box,
  size: { readonly width: number; readonly height: number },
  clear: Box,
  gap: number,
): PopupPlace {
  const { width, height } = size
  const middle = (about.left + about.right) / 2
  const half = (about.top + about.bottom) / 2
  const fitsAcross = clear.right - clear.left >= width
  const fitsDown = clear.bottom - clear.top >= height
  // The tip may stand off the middle, so that the popup stays on the clear map.
  const x = clamp(middle, clear.left + width / 2, clear.right - width / 2)
  const y = clamp(half, clear.top + height / 2, clear.bottom - height / 2)
  if (fitsAcross && about.top - gap - height >= clear.top && about.top - gap <= clear.bottom) {
    return { x, y: about.top - gap, anchor: 'bottom' }
  }
  if (fitsDown && about.right + gap + width <= clear.right && about.right + gap >= clear.left) {
    return { x: about.right + gap, y, anchor: 'left' }
  }
  if (fitsDown && about.left - gap - width >= clear.left && about.left - gap <= clear.right) {
    return { x: about.left - gap, y, anchor: 'right' }
  }
  if (fitsAcross && about.bottom + gap + height <= clear.bottom && about.bottom + gap >= clear.top) {
    return { x, y: about.bottom + gap, anchor: 'top' }
  }
  return { x: clear.right, y: clear.top, anchor: 'top-right' }
}
