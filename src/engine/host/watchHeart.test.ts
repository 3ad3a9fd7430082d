import { expect, it } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import { watchHeart } from './watchHeart'

function playHeart() {
  const clock = manualClock(0)
  const said: string[] = []
  let long = false
  const heart = watchHeart({
    timers: clock.timers,
    clock: clock.now,
    longOpen: () => long,
    quiet: (since, working) => void said.push(`quiet since ${since / 1000}${working ? ', working' : ''}`),
    heard: () => void said.push('heard'),
    giveUp: (seconds) => void said.push(`given up after ${seconds}`),
  })
  return {
    clock,
    said,
    heart,
    setLong: (open: boolean) => {
      long = open
    },
  }
}

it('says nothing of a thread that beats, nor of one that has not begun to', async () => {
  const { clock, said, heart } = playHeart()
  await clock.advance(300_000)
  for (let second = 0; second < 30; second += 1) {
    heart.hear('idle')
    await clock.advance(1_000)
  }
  expect(said).toEqual([])
})

it('says within seconds that a thread with nothing in hand is not heard, and gives it up after fifteen', async () => {
  const { clock, said, heart } = playHeart()
  heart.hear('idle')
  await clock.advance(4_000)
  expect(said).toEqual([])
  await clock.advance(1_000)
  expect(said).toEqual(['quiet since 0'])
  await clock.advance(9_000)
  expect(said).toHaveLength(1)
  await clock.advance(1_000)
  expect(said).toEqual(['quiet since 0', 'given up after 15'])
  await clock.advance(60_000)
  expect(said).toHaveLength(2)
})

it('lets a thread that began a verb be at it for a minute, and says when it is heard again', async () => {
  const { clock, said, heart } = playHeart()
  heart.hear('idle')
  heart.hear('working')
  await clock.advance(59_000)
  expect(said).toEqual(['quiet since 0, working'])
  heart.hear('idle')
  expect(said).toEqual(['quiet since 0, working', 'heard'])
  heart.hear('working')
  await clock.advance(60_000)
  expect(said.at(-1)).toBe('given up after 60')
})

it('lets a long job that is open hold its thread for three', async () => {
  const { clock, said, heart, setLong } = playHeart()
  heart.hear('idle')
  setLong(true)
  await clock.advance(179_000)
  expect(said).toEqual(['quiet since 0, working'])
  await clock.advance(1_000)
  expect(said.at(-1)).toBe('given up after 180')
})

it('does not take its own sleep for the silence of the thread', async () => {
  let now = 0
  let look: () => void = () => {}
  const said: string[] = []
  const heart = watchHeart({
    timers: {
      set: (run) => {
        look = run
      },
      clear: () => {},
    },
    clock: () => now,
    longOpen: () => false,
    quiet: () => void said.push('quiet'),
    heard: () => {},
    giveUp: () => void said.push('given up'),
  })
  heart.hear('idle')
  // The lid was shut for an hour: the timer comes an hour late, before what the thread said meanwhile.
  now = 3_600_000
  look()
  now += 1_000
  look()
  expect(said).toEqual([])
})
