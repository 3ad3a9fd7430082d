import { describe, expect, it } from 'vitest'
import { at, device, playLiving, START } from './livingFixture'

/** Late when the newest report is more than two cycles of 60 s old. */
const REPORTING = { reporting: { cycle: 60 } }
/** Late 1.5 s after the start. */
const nearlyLate = (id: string) => device(id, 10, -118.5)

describe('time alone', () => {
  it('ticks once a second in the time of the app, while anything lives', async () => {
    const { ticks, clock, openCity } = playLiving({ feeds: [REPORTING] })
    // Opened twice: one clock all the same.
    openCity()
    await clock.advance(3_000)
    expect(ticks).toEqual([START + 1_000, START + 2_000, START + 3_000])
    const still = playLiving({ feeds: [{ record: 'place' }] })
    await still.clock.advance(3_000)
    expect(still.ticks).toEqual([])
  })

  it('adds to a first reading what it makes of it', () => {
    const { begin, find, batches, living } = playLiving({ feeds: [REPORTING, { id: 'plain', record: 'place' }] })
    begin([device('1', 10), device('2', 20, -121)])
    expect([find('1'), find('2')].map((feature) => feature?.properties.state)).toEqual(['在线', '迟报'])
    expect(batches[0]?.after.get('2')).toBe(find('2'))
    const plain = [find('1')!]
    expect(living.arrange('plain', plain)).toBe(plain)
  })

  it('changes a feature when its state turns, and tells once', async () => {
    const { begin, find, batches, clock, report } = playLiving({ feeds: [REPORTING] })
    begin([nearlyLate('1'), device('2', 20)])
    const [one, two] = [find('1'), find('2')]
    await clock.advance(1_000)
    expect(batches).toHaveLength(1)
    await clock.advance(1_000)
    expect(find('1')?.properties.state).toBe('迟报')
    expect(find('2')).toBe(two)
    expect(batches).toHaveLength(2)
    expect([...batches[1]!.before]).toEqual([['1', one]])
    expect([...batches[1]!.after]).toEqual([['1', find('1')]])
    expect(batches[1]?.arrival).toBe(START + 2_000)
    expect(report()).toMatchObject({ accepted: 2, read: 2, revision: 1 })
    await clock.advance(10_000)
    expect(batches).toHaveLength(2)
    expect(report().revision).toBe(1)
  })

  it('is reckoned for up to 2,000 features every second, for more every fifth', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => nearlyLate(String(index)))
    const { begin, find, clock } = playLiving({ feeds: [REPORTING, { ...REPORTING, id: 'large' }] })
    begin(many)
    begin([...many, nearlyLate('one more')], 'large')
    const states = () => [find('0')?.properties.state, find('0', 'large')?.properties.state]
    await clock.advance(1_000)
    expect(states()).toEqual(['在线', '在线'])
    await clock.advance(1_000)
    expect(states()).toEqual(['迟报', '在线'])
    await clock.advance(2_000)
    expect(states()).toEqual(['迟报', '在线'])
    await clock.advance(1_000)
    expect(states()).toEqual(['迟报', '迟报'])
  })

  it('remembers a feature over changes and readings: one that was late is not trusted at its first report', async () => {
    const live = { ...REPORTING, live: { type: 'sse', url: '/live' } }
    const { begin, goLive, hear, renew, find, clock } = playLiving({ feeds: [live] })
    begin([device('1', 10, -200)])
    goLive()
    const state = () => find('1')?.properties.state
    expect(state()).toBe('迟报')
    // The report that ends the gap, then two in a row.
    await hear(device('1', 11, 0))
    expect(state()).toBe('迟报')
    await clock.advance(60_000)
    renew([device('1', 12, 60)])
    expect(state()).toBe('迟报')
    await clock.advance(60_000)
    await hear(device('1', 13, 120))
    expect(state()).toBe('在线')
  })
})

describe('actions under way', () => {
  const FEED = { record: 'case', fields: {}, live: { type: 'sse', url: '/live' } }
  const incident = (id: string, more: Readonly<Record<string, unknown>> = {}) =>
    device(id, 1, 0, { stage: '上报', history: [{ at: at(0), verb: 'report', stage: '上报' }], ...more })
  const accept = (feature: string, acceptedAt: number | null = null, feed = 'devices') => ({
    action: { id: `accept ${feature}`, feed, feature, verb: 'accept', by: '值班员', at: at(1) },
    acceptedAt,
  })
  const livingCases = () => {
    const played = playLiving({ feeds: [FEED] })
    played.begin([incident('1'), incident('2')])
    played.goLive()
    const stages = () => [played.find('1'), played.find('2')].map((feature) => feature?.properties.stage)
    return { ...played, stages }
  }

  it('are laid over the features they are of and taken back, each time with what was before', () => {
    const { living, stages, find, batches, report } = livingCases()
    const said = find('1')
    living.setPending([accept('1'), accept('9'), accept('1', null, 'elsewhere')])
    expect(stages()).toEqual(['受理', '上报'])
    expect(find('1')?.time).toBe(START + 1_000)
    expect([...batches[1]!.before]).toEqual([['1', said]])
    const laid = find('1')
    living.setPending([accept('2')])
    expect(stages()).toEqual(['上报', '受理'])
    expect([...batches[2]!.before].map(([id, before]) => [id, before === laid])).toEqual([
      ['1', true],
      ['2', false],
    ])
    living.setPending([])
    expect(stages()).toEqual(['上报', '上报'])
    expect(find('1')).toEqual(said)
    expect(report()).toMatchObject({ accepted: 2, read: 2, revision: 3 })
    living.setPending([])
    expect(batches).toHaveLength(4)
  })

  it('stay over what the feed says meanwhile, by a change or a reading, and no ghost of it stays', async () => {
    const { living, stages, find, hear, renew } = livingCases()
    living.setPending([accept('1')])
    await hear(incident('1', { value: 2 }))
    expect(stages()).toEqual(['受理', '上报'])
    expect(find('1')?.properties.value).toBe(2)
    renew([incident('1', { value: 3 }), incident('2')])
    expect(stages()).toEqual(['受理', '上报'])
    expect(find('1')?.properties.value).toBe(3)
    living.setPending([])
    expect(find('1')?.properties).toMatchObject({ stage: '上报', value: 3 })
  })

  it('do not bring back a feature that has gone', async () => {
    const { living, hear, find } = livingCases()
    living.setPending([accept('1')])
    await hear({ id: '1', deleted: true })
    expect(find('1')).toBeUndefined()
    living.setPending([])
    expect(find('1')).toBeUndefined()
  })

  it('are waited for no longer than two minutes after the server said yes: then the feed is right', async () => {
    const { living, stages, clock, batches } = livingCases()
    living.setPending([accept('1', START), accept('2')])
    await clock.advance(120_000)
    expect(stages()).toEqual(['受理', '受理'])
    expect(batches).toHaveLength(2)
    await clock.advance(1_000)
    // The server has not answered for the second: it is still waited for.
    expect(stages()).toEqual(['上报', '受理'])
    expect(batches).toHaveLength(3)
  })
})
