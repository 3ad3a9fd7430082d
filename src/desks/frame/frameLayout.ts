import type { Workspace } from '#state/view.ts'

/** Which panels of a workspace are folded to a strip. */
export interface Folded {
  readonly left: boolean
  readonly right: boolean
  readonly bottom: boolean
}

/** Where the panels stand, CSS pixels from the edges of the page; the map keeps the whole page under them. */
export interface FrameLayout {
  readonly scale: 'desk' | 'wall'
  /** One hundredth of the visible height of a wall; 9 at a desk. */
  readonly unit: number
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Height of the strip of stages over a wall's map; none at a desk. */
  readonly loop: number
  /** Columns of cards in each rail: two where the wall is very wide. */
  readonly columns: 1 | 2
  /** Space between floating panels. */
  readonly space: number
  /** Factor on the map's texts, icons and lines. */
  readonly mapScale: number
  /** What the panels cover of the map. */
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

/** Below this, text of a wall could not be read. */
const SMALLEST_UNIT = 8.6
const ULTRA_WIDE = 2.6
/** Height of the strip of stages, in units. */
const LOOP = 5
const STRIP = 40
const DESK_BAR = 56

const clamp = (value: number, least: number, most: number): number => Math.round(Math.min(most, Math.max(least, value)))

/** The arrangement of a workspace in a page of `width` by `height` CSS pixels; `hasFoot`: a wall has the ribbon at its foot. */
export function frameLayout(
  workspace: Workspace,
  width: number,
  height: number,
  folded: Folded,
  hasFoot: boolean,
): FrameLayout {
  if (workspace === 'screen') return wall(width, height, hasFoot)
  const plan = workspace === 'plan'
  const left = folded.left ? STRIP : plan ? clamp(width * 0.3, 440, 620) : clamp(width * 0.25, 340, 500)
  const right = folded.right ? STRIP : clamp(width * 0.22, 310, 440)
  const bottom = plan ? (folded.bottom ? STRIP : clamp(height * 0.28, 190, 340)) : 0
  return {
    scale: 'desk',
    unit: 9,
    top: DESK_BAR,
    left,
    right,
    bottom,
    loop: 0,
    columns: 1,
    space: 8,
    mapScale: 1,
    padding: { top: DESK_BAR, right, bottom, left },
  }
}

function wall(width: number, height: number, hasFoot: boolean): FrameLayout {
  const unit = Math.max(SMALLEST_UNIT, Math.min(height / 100, width / 150))
  const columns = width / height >= ULTRA_WIDE ? 2 : 1
  const rail = Math.round(unit * (columns === 2 ? 69 : 34))
  const space = Math.round(unit)
  const top = Math.round(unit * 8)
  const bottom = hasFoot ? Math.round(unit * 15) : 0
  const loop = Math.round(unit * LOOP)
  return {
    scale: 'wall',
    unit,
    top,
    left: rail,
    right: rail,
    bottom,
    loop,
    columns,
    space,
    mapScale: Math.max(1, unit / 9),
    padding: {
      top: top + loop + 2 * space,
      right: rail + 2 * space,
      bottom: hasFoot ? bottom + 2 * space : space,
      left: rail + 2 * space,
    },
  }
}
