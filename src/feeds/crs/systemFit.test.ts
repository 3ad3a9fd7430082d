import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { toLines } from '#core/geo/toLines.ts'
import { fromGcj02, toBd09, toGcj02 } from './chinaOffset'
import { FAR, systemFit, tellSystem } from './systemFit'

/** Streets a quarter to half a kilometre apart, no two alike, and kiosks four to sixteen metres east of them. */
const streetAt = (nth: number) => 116.93 + nth * 0.0036 + ((nth * nth * 7) % 11) * 0.0001
const crossAt = (nth: number) => 35.36 + nth * 0.003 + ((nth * nth * 5) % 13) * 0.0001
const lines: Position[][] = []
for (let nth = 0; nth <= 30; nth++) {
  lines.push([
    [116.93, crossAt(nth)],
    [117.05, crossAt(nth)],
  ])
  lines.push([
    [streetAt(nth), 35.36],
    [streetAt(nth), 35.46],
  ])
}
const kiosks = Array.from({ length: 200 }, (_, i): [number, number] => [
  streetAt(2 + (i % 20)) + 0.00005 + (i % 4) * 0.00004,
  35.372 + ((i * 7) % 50) * 0.001,
])
const roads = toLines(lines, FAR)!

describe('which system positions are of', () => {
  it('is that by which they lie along the roads, whatever they were read by', () => {
    for (const [system, into] of [
      ['wgs84', (at: [number, number]) => at],
      ['gcj02', toGcj02],
      ['bd09', toBd09],
    ] as const) {
      // Written in the system, and read as if it were WGS84.
      const [best] = systemFit(
        kiosks.map((at) => into(at)),
        'wgs84',
        roads,
      )!
      expect(best).toMatchObject({ system, sure: 1 })
      expect(best!.metres).toBeLessThan(20)
    }
    // Written in WGS84, and read as GCJ-02.
    const [best] = systemFit(kiosks, 'wgs84', roads)!
    expect(best!.system).toBe('wgs84')
  })

  it('is not told of few positions, nor surely of those that lie anywhere', () => {
    expect(systemFit(kiosks.slice(0, 29), 'wgs84', roads)).toBeNull()
    // Spread evenly over several blocks, one shift is as good as another.
    const anywhere = Array.from({ length: 100 }, (_, i): [number, number] => [
      116.96 + ((i * 37) % 100) * 0.00033,
      35.38 + ((i * 61) % 100) * 0.00027,
    ])
    const fits = systemFit(anywhere, 'wgs84', roads)!
    expect(fits[0]!.sure).toBeLessThan(0.95)
    expect(fits.reduce((sum, { sure }) => sum + sure, 0)).toBeCloseTo(1, 9)
  })

  it('is told only of what lies by the roads: things inside of blocks are nearer to them by any shift', () => {
    const written = kiosks.map((at) => toGcj02(at))
    expect(tellSystem(systemFit(written, 'wgs84', roads), 'wgs84')).toBe('another')
    expect(tellSystem(systemFit(written.map(fromGcj02), 'gcj02', roads), 'gcj02')).toBe('as-declared')
    const schools = Array.from({ length: 100 }, (_, i): [number, number] => [
      (streetAt(2 + (i % 20)) + streetAt(3 + (i % 20))) / 2,
      (crossAt(2 + (i % 17)) + crossAt(3 + (i % 17))) / 2,
    ])
    expect(tellSystem(systemFit(schools, 'wgs84', roads), 'wgs84')).toBe('cannot-tell')
    expect(tellSystem(null, 'wgs84')).toBe('cannot-tell')
  })
})
