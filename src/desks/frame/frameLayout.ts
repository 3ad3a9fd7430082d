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
  /**
   * The page has no room for panels beside the map: one stands over it at a time, chosen by tabs at the foot, and `left` and
   * `bottom` are the width and height of that one, 0 while the map has all of it. The top bar folds to a menu.
   */
  readonly narrow: boolean
  /** One hundredth of the visible height of a wall; 9 at a desk. */
  readonly unit: number
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Height of the strip of stages over a wall's map; none at a desk. */
  readonly loop: number
  /** Height of the legend's strip under a wall's map; none at a desk. */
  readonly legend: number
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
/** Height of the legend's strip, in units: three lines. */
const LEGEND = 6.4
const STRIP = 40
const DESK_BAR = 56
/** Least width, pixels, in which the panels of a desk leave room for a map, and the bar of a wall has room for its words. */
const DESK_WIDTH = 1180
const WALL_WIDTH = 1050
const LEAST_HEIGHT = 480
/** Height of the folded bar and of the tabs at the foot. */
const FOLDED_BAR = 52

const clamp = (value: number, least: number, most: number): number => Math.round(Math.min(most, Math.max(least, value)))

/**
 * The arrangement of a workspace in a page of `width` by `height` CSS pixels. `hasFoot`: a wall has the ribbon at its foot.
 * `pane`: a panel stands over the map, where there is room for one alone.
 */
export function frameLayout(
  workspace: Workspace,
  width: number,
  height: number,
  folded: Folded,
  hasFoot: boolean,
  pane = false,
): FrameLayout {
  if (width < (workspace === 'screen' ? WALL_WIDTH : DESK_WIDTH) || height < LEAST_HEIGHT) {
    return narrow(width, height, pane)
  }
  if (workspace === 'screen') return wall(width, height, hasFoot)
  const plan = workspace === 'plan'
  const left = folded.left ? STRIP : plan ? clamp(width * 0.3, 440, 620) : clamp(width * 0.25, 340, 500)
  const right = folded.right ? STRIP : clamp(width * 0.22, 310, 440)
  const bottom = plan ? (folded.bottom ? STRIP : clamp(height * 0.28, 190, 340)) : 0
  return {
    scale: 'desk',
    narrow: false,
    unit: 9,
    top: DESK_BAR,
    left,
    right,
    bottom,
    loop: 0,
    legend: 0,
    columns: 1,
    space: 8,
    mapScale: 1,
    padding: { top: DESK_BAR, right, bottom, left },
  }
}

/** A sheet under the map where the page is upright, beside it where it is low. */
function narrow(width: number, height: number, pane: boolean): FrameLayout {
  const stage = height - 2 * FOLDED_BAR
  const beside = width > height
  const left = !pane ? 0 : beside ? Math.min(400, Math.round(width * 0.62)) : width
  const bottom = !pane ? 0 : beside ? stage : Math.round(stage * 0.58)
  return {
    scale: 'desk',
    narrow: true,
    unit: 9,
    top: FOLDED_BAR,
    left,
    right: 0,
    bottom,
    loop: 0,
    legend: 0,
    columns: 1,
    space: 8,
    mapScale: 1,
    padding: {
      top: FOLDED_BAR,
      right: 0,
      bottom: FOLDED_BAR + (beside ? 0 : bottom),
      left: beside ? left : 0,
    },
  }
}

function wall(width: number, height: number, hasFoot: boolean): FrameLayout {
  const unit = Math.max(SMALLEST_UNIT, Math.min(height / 100, width / 150))
  const columns = width / height >= ULTRA_WIDE ? 2 : 1
  const rail = Math.round(unit * (columns === 2 ? 69 : 34))
  const space = Math.round(unit)
  const top = Math.round(unit * 8)
  const bottom = hasFoot ? Math.round(unit * 15) : 0
  // Upright, the map is too narrow for all stages in one row.
  const loop = Math.round(unit * (height > width ? 2 * LOOP : LOOP))
  const legend = Math.round(unit * LEGEND)
  return {
    scale: 'wall',
    narrow: false,
    unit,
    top,
    left: rail,
    right: rail,
    bottom,
    loop,
    legend,
    columns,
    space,
    mapScale: Math.max(1, unit / 9),
    padding: {
      top: top + loop + 2 * space,
      right: rail + 2 * space,
      bottom: legend + (hasFoot ? bottom + 3 * space : 2 * space),
      left: rail + 2 * space,
    },
  }
}
