import { describe, expect, it } from 'vitest'
import { frameLayout } from './frameLayout'

const OPEN = { left: false, right: false, bottom: false }

describe('frame layout', () => {
  it('takes one hundredth of the height of a 16:9 wall as its unit', () => {
    const layout = frameLayout('screen', 1920, 1080, OPEN, true)
    // 1080 / 100 = 10.8; rail 34 u = 367.2, bar 8 u = 86.4, ribbon 15 u = 162, space 1 u = 10.8, all rounded.
    expect(layout).toMatchObject({ scale: 'wall', unit: 10.8, left: 367, right: 367, top: 86, bottom: 162, columns: 1 })
    // The ribbon and the legend, 6.4 u = 69, with spaces: 162 + 69 + 3 * 11; the rail likewise: 367 + 2 * 11; the bar and
    // the strip of stages, 5 u = 54, with a space above and below it: 86 + 54 + 2 * 11.
    expect(layout.padding).toEqual({ top: 162, right: 389, bottom: 264, left: 389 })
  })

  it('gives the foot of a wall without a ribbon to the map and the rails', () => {
    const { bottom, padding } = frameLayout('screen', 1920, 1080, OPEN, false)
    // Nothing stands there but the legend, 6.4 u = 69, and the spaces below and above it, 1 u each.
    expect([bottom, padding.bottom]).toEqual([0, 69 + 2 * 11])
  })

  it('scales everything on a 4K wall, the map with it', () => {
    const layout = frameLayout('screen', 3840, 2160, OPEN, true)
    expect(layout.unit).toBe(21.6)
    // 21.6 / 9
    expect(layout.mapScale).toBeCloseTo(2.4, 12)
  })

  it('doubles the rails of a very wide wall and leaves the map the middle', () => {
    const { columns, left, right, padding } = frameLayout('screen', 3840, 1080, OPEN, true)
    expect(columns).toBe(2)
    // 69 * 10.8 = 745.2
    expect([left, right]).toEqual([745, 745])
    expect(3840 - padding.left - padding.right).toBeGreaterThan(3840 / 2)
  })

  it('never shrinks wall text below what can be read', () => {
    expect(frameLayout('screen', 1080, 1920, OPEN, true).unit).toBe(8.6)
  })

  it('keeps room for the map on a small desk', () => {
    for (const workspace of ['plan', 'respond'] as const) {
      const { padding } = frameLayout(workspace, 1366, 768, OPEN, true)
      expect(1366 - padding.left - padding.right).toBeGreaterThan(600)
      expect(768 - padding.top - padding.bottom).toBeGreaterThan(480)
    }
  })

  it('lays one panel under the map of an upright phone or tablet, and all of the map bare without one', () => {
    for (const [width, height] of [
      [390, 844],
      [820, 1180],
    ] as const) {
      for (const workspace of ['screen', 'plan', 'respond'] as const) {
        const { narrow, scale, padding, left, bottom } = frameLayout(workspace, width, height, OPEN, true, true)
        expect([narrow, scale, left]).toEqual([true, 'desk', width])
        expect(padding).toMatchObject({ left: 0, right: 0, bottom: bottom + 52 })
        expect(height - padding.top - padding.bottom).toBeGreaterThan(height / 3)
        expect(frameLayout(workspace, width, height, OPEN, true).padding).toEqual({
          top: 52,
          right: 0,
          bottom: 52,
          left: 0,
        })
      }
    }
  })

  it('lays the one panel beside the map where a desk is enlarged three times', () => {
    const { narrow, left, bottom, padding } = frameLayout('screen', 640, 360, OPEN, true, true)
    // 640 * 0.62 = 396.8; 360 less bar and tabs of 52 each
    expect([narrow, left, bottom]).toEqual([true, 397, 256])
    expect(padding).toEqual({ top: 52, right: 0, bottom: 52, left: 397 })
  })

  it('is narrow below the width that its panels need, and not from it on', () => {
    expect(frameLayout('plan', 1179, 800, OPEN, true).narrow).toBe(true)
    expect(frameLayout('plan', 1180, 800, OPEN, true).narrow).toBe(false)
    expect(frameLayout('screen', 1049, 800, OPEN, true).narrow).toBe(true)
    expect(frameLayout('screen', 1050, 800, OPEN, true).narrow).toBe(false)
    expect(frameLayout('screen', 1920, 479, OPEN, true).narrow).toBe(true)
    expect(frameLayout('screen', 1920, 480, OPEN, true).narrow).toBe(false)
  })

  it('gives the room of folded panels to the map', () => {
    const { padding } = frameLayout('plan', 1920, 1080, { left: true, right: true, bottom: true }, true)
    expect(padding).toEqual({ top: 56, left: 40, right: 40, bottom: 40 })
  })
})
