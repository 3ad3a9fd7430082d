import { describe, expect, it } from 'vitest'
import { isUnreadable } from '#feeds/live/channelState.ts'
import { astray, device, gone, LIVE, livingDevices } from './livingFixture'

describe('a feed that sends ever new ids', () => {
  const bounded = (live: object) =>
    livingDevices({ feeds: [{ live: { ...LIVE.live, ...live } }], measured: ['devices'] })
  const NEW = [device('3', 30, 3), device('4', 40, 4), device('5', 50, 5)]

  it('holds the newest by their own time, and says how many it let go', async () => {
    const { hear, values, report, batches, living } = bounded({ most: 3 })
    await hear(...NEW)
    expect(values()).toEqual(['3=30', '4=40', '5=50'])
    expect(report()).toMatchObject({ accepted: 3, read: 3 })
    expect(report().notices.map(({ reason, count }) => [reason.code, count])).toEqual([['live-full', 2]])
    expect([...batches.at(-1)!.after].filter(([, feature]) => !feature).map(([id]) => id)).toEqual(['1', '2'])
    // One from before those held has no room; what the source had is said to be gone, what it never had is not.
    await hear(device('0', 1, 1))
    expect(values()).toEqual(['3=30', '4=40', '5=50'])
    await hear(device('6', 60, 6))
    expect(values()).toEqual(['4=40', '5=50', '6=60'])
    expect([...living.changed('devices')].map(([id, change]) => `${id} ${change === null ? 'gone' : 'put'}`)).toEqual([
      '4 put',
      '5 put',
      '1 gone',
      '2 gone',
      '6 put',
    ])
  })

  it('or the oldest, where its catalog says so: what is known is renewed, what is new finds no room', async () => {
    const { hear, values, report } = bounded({ most: 3, keep: 'oldest' })
    await hear(...NEW, device('1', 11, 9))
    expect(values()).toEqual(['1=11', '2=20', '3=30'])
    expect(report().notices.map(({ reason, count }) => [reason.zh, count])).toEqual([
      ['实时数据最多保留 3 个要素,已满,新的标识没有收下', 2],
    ])
    await hear(gone('2'), device('7', 70, 7))
    expect(values()).toEqual(['1=11', '3=30', '7=70'])
  })

  it('never lets go what a reading brought for being more than the bound, and says nothing within it', async () => {
    const { hear, values, report } = bounded({ most: 1 })
    await hear(device('1', 11, 1))
    expect(values()).toEqual(['1=11', '2=20'])
    expect(report().notices).toEqual([])
  })
})

describe('a channel of nothing but what cannot be used', () => {
  it('is told, whether it cannot be read or does not pass the door, until a message can be used', async () => {
    const { hear, events, clock } = livingDevices()
    const unusable = async () => {
      await clock.advance(2_000)
      const told = events.findLast(({ kind }) => kind === 'connection')
      return told?.kind === 'connection' ? [told.state.unusable, isUnreadable(told.state)] : null
    }
    await hear({ type: 'Nonsense' })
    await hear(astray('1', 11))
    expect(await unusable()).toEqual([2, false])
    await hear(astray('2', 11))
    expect(await unusable()).toEqual([3, true])
    await hear(device('1', 11))
    expect(await unusable()).toEqual([0, false])
  })
})
