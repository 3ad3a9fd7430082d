import { describe, expect, it } from 'vitest'
import { whyNotUsable } from './usability'

const code = (...asked: Parameters<typeof whyNotUsable>) => whyNotUsable(...asked)?.code ?? null

describe('whether a resource can be used', () => {
  it('a team is ready and on call, a vehicle on call', () => {
    expect(code('team', { ready: true, state: '待命' })).toBeNull()
    expect(code('team', { ready: false, state: '待命' })).toBe('not-ready')
    expect(code('team', { ready: true, state: '出动' })).toBe('not-on-call')
    expect(code('vehicle', { state: '出动' })).toBe('not-on-call')
    expect(code('vehicle', { state: '待命', ready: false })).toBeNull()
    expect(whyNotUsable('vehicle', { state: '维修' })?.zh).toBe('状态为“维修”')
  })

  it('a shelter is open, a hospital has an emergency department, a store has something', () => {
    expect([code('shelter', { open: false }), code('shelter', { open: true })]).toEqual(['closed', null])
    expect([code('hospital', { emergency: false }), code('hospital', { emergency: true })]).toEqual([
      'no-emergency',
      null,
    ])
    const stock = (...quantities: unknown[]) => ({ stock: quantities.map((quantity) => ({ code: '1', quantity })) })
    expect(code('store', stock(0, 0))).toBe('empty')
    expect(code('store', stock(0, 3))).toBeNull()
    // Nothing is listed, or it is not said how much: that is not known to be nothing.
    expect(code('store', stock())).toBeNull()
    expect(code('store', stock(0, null))).toBeNull()
  })

  it('what is not said speaks against nothing', () => {
    for (const record of ['team', 'vehicle', 'shelter', 'hospital', 'store', 'place'] as const) {
      expect(code(record, {})).toBeNull()
      expect(code(record, { state: null, ready: null, open: '', emergency: 'no', stock: '0' })).toBeNull()
    }
  })
})
