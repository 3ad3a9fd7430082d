import { describe, expect, it } from 'vitest'
import { type Box, placePopup } from './placePopup'

const CLEAR: Box = { left: 400, top: 60, right: 1400, bottom: 760 }
const SIZE = { width: 320, height: 200 }
const GAP = 10
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })

/** What the popup covers. */
function covered({ x, y, anchor }: ReturnType<typeof placePopup>): Box {
  const { width, height } = SIZE
  switch (anchor) {
    case 'bottom':
      return box(x - width / 2, y - height, x + width / 2, y)
    case 'top':
      return box(x - width / 2, y, x + width / 2, y + height)
    case 'left':
      return box(x, y - height / 2, x + width, y + height / 2)
    case 'right':
      return box(x - width, y - height / 2, x, y + height / 2)
    case 'top-right':
      return box(x - width, y, x, y + height)
  }
}

describe('a popup', () => {
  it.each([
    ['above a place with room above it', box(890, 390, 910, 410), 'bottom'],
    ['right of a place close to the top', box(890, 100, 910, 120), 'left'],
    ['left of a place in the upper right corner', box(1300, 100, 1320, 120), 'right'],
    ['above an area low on the map', box(500, 420, 1300, 740), 'bottom'],
    ['below an area that fills the width up to the top', box(410, 70, 1390, 400), 'top'],
    ['right of an area that fills the height', box(420, 70, 900, 750), 'left'],
    ['above a place at the left edge, off its middle', box(405, 500, 425, 520), 'bottom'],
  ] as const)('%s covers nothing of it and no panel', (_, about, anchor) => {
    const place = placePopup(about, SIZE, CLEAR, GAP)
    expect(place.anchor).toBe(anchor)
    const { left, top, right, bottom } = covered(place)
    expect(left >= CLEAR.left && right <= CLEAR.right && top >= CLEAR.top && bottom <= CLEAR.bottom).toBe(true)
    expect(left >= about.right || right <= about.left || top >= about.bottom || bottom <= about.top).toBe(true)
  })

  it('stands in the corner where what it explains fills the clear map', () => {
    const place = placePopup(box(300, 0, 1500, 900), SIZE, CLEAR, GAP)
    expect(place).toEqual({ x: 1400, y: 60, anchor: 'top-right' })
  })
})
