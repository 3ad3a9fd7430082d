import { describe, expect, it } from 'vitest'
import type { Expression } from '#core/model/compileExpression.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { feature, feed, input, point } from '#tests/city/evaluationInput.ts'
import { gapsOf, tile } from './gapsFixture'
import { refusalBy } from './refusal'

/** A camera that sees 2 km round: the whole of the area, some 910 m by 1110 m, from within it. */
const camera = (
  id: string,
  properties: Record<string, unknown>,
  at: readonly [number, number] = [116.005, 35.005],
  radius = 2000,
) => feature(id, point(...at), properties, { radius, azimuth: null, beamwidth: null })

const BOTH: Expression = ['all', ['==', ['get', 'status'], '完好'], ['==', ['get', 'networked'], true]]

const first = (by: readonly CityFeature[], byWhere: Expression = BOTH) =>
  gapsOf(
    input({ value: { method: 'covered', subjects: 'areas', by: 'cameras', ...(byWhere !== null && { byWhere }) } }, [
      feed('areas', [feature('a', tile(0, 0))]),
      feed('cameras', by),
    ]),
    null,
  ).gaps[0]!

describe('why ground is not covered', () => {
  it('what would cover it is broken, not connected, or does not meet the row', () => {
    const sound = { status: '完好', networked: true }
    const broken = first([camera('c', { ...sound, status: '故障' })])
    expect(broken).toMatchObject({
      why: 'broken',
      restored: { broken: 1 },
      nearest: [{ id: 'c', metres: 0, refusal: 'broken', property: { name: 'status', value: '故障' } }],
    })
    expect(first([camera('c', { ...sound, networked: false })]).why).toBe('not-connected')
    // Both speak against it: what is broken is repaired first.
    expect(first([camera('c', { status: '离线', networked: false })]).why).toBe('broken')
    expect(first([camera('c', { hd: false })], ['==', ['get', 'hd'], true])).toMatchObject({
      why: 'unmet',
      nearest: [{ property: { name: 'hd', value: false } }],
    })
  })

  it('what does not say its status is not called broken', () => {
    expect(first([camera('c', { networked: true })]).why).toBe('unmet')
  })

  it('another kind of thing was never to cover it', () => {
    const gap = first([camera('c', { kind: '水' })], ['==', ['get', 'kind'], '空气'])
    expect(gap).toMatchObject({ why: 'none-near', restored: {}, nearest: [] })
  })

  it('something broken that would close less than half of it is not the reason', () => {
    const gap = first([camera('c', { status: '故障', networked: true }, [116.005, 35.005], 100)])
    expect(gap.why).toBe('none-near')
    // A disc of 100 m in some 910 m by 1110 m.
    expect(gap.restored.broken).toBeGreaterThan(0.03)
    expect(gap.restored.broken).toBeLessThan(0.032)
  })

  it('what counts stands near and does not reach, or nothing stands near', () => {
    // The area's east side is at 116.01; a thousandth of a degree is 91.1 m there.
    const reach = (longitude: number) => first([camera('c', {}, [longitude, 35.005], 300)], null).why
    expect(reach(116.0143)).toBe('out-of-reach') // 391 m away, of 300 m reach
    expect(reach(116.0164)).toBe('out-of-reach') // 583 m
    expect(reach(116.0168)).toBe('none-near') // 619 m, beyond twice its reach
  })

  it('sites of one place are one, those of another status apart', () => {
    const sound = { status: '完好', networked: true }
    const gap = first([
      camera('c2', sound, [116.02, 35.005], 100),
      camera('c1', sound, [116.02, 35.005], 100),
      camera('c3', { ...sound, status: '故障' }, [116.02, 35.005], 100),
    ])
    expect(gap.nearest.map(({ id, count, refusal }) => [id, count, refusal])).toEqual([
      ['c1', 2, null],
      ['c3', 1, 'broken'],
    ])
  })

  it('of features that do not match it is their own', () => {
    const match: Expression = ['==', ['get', 'status'], '完好']
    const asked = input({ value: { method: 'share', of: 'cameras', match } }, [
      feed('cameras', [camera('bad', { status: '故障' }), camera('good', { status: '完好' }), camera('mute', {})]),
    ])
    expect(gapsOf(asked, null).gaps.map(({ id, why }) => [id, why])).toEqual([
      ['bad', 'broken'],
      ['mute', 'unmet'],
    ])
  })

  it('nothing covers by a point that is near within its metres', () => {
    const asked = (byWhere: Expression | undefined, at: readonly [number, number]) =>
      gapsOf(
        input({ value: { method: 'near', subjects: 'stops', by: 'doors', metres: 300, ...(byWhere && { byWhere }) } }, [
          feed('stops', [feature('s', point(116, 35))]),
          feed('doors', [feature('d', point(...at), { status: '停用' })]),
        ]),
        null,
      ).gaps[0]?.why
    expect(asked(['==', ['get', 'status'], '启用'], [116.002, 35])).toBe('broken') // 182 m
    expect(asked(undefined, [116.005, 35])).toBe('out-of-reach') // 455 m
    expect(asked(undefined, [116.008, 35])).toBe('none-near') // 729 m
    expect(asked(undefined, [116.002, 35])).toBeUndefined()
  })
})

describe('refusalBy', () => {
  it('reads the clauses that fail, and no words within literals', () => {
    const where: Expression = ['all', ['in', ['get', 'grade'], ['literal', ['get', 'status']]], ['has', 'name']]
    expect(refusalBy(where)(feature('x', null, { name: 'n', grade: 'z', status: 'on' }))).toEqual({
      why: 'unmet',
      property: { name: 'grade', value: 'z' },
    })
    expect(refusalBy(where)(feature('x', null, { name: 'n', grade: 'get' }))).toBeNull()
    expect(refusalBy(undefined)(feature('x', null))).toBeNull()
  })
})
