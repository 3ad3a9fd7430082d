import { type DeviceProfile, deviceProfiles } from './devices/deviceProfiles'
import { rainRate, rainResponse } from './devices/rainfall'
import { draw, valueNoise } from './draw'

export { deviceReports, lastReport } from './devices/deviceReports'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const EPISODE_SLOT = 5 * 24 * HOUR

/** Half a cosine's swing around `peak` o'clock (Asia/Shanghai), with `period` hours. */
function swing(time: number, part: { swing: number; peak: number }, period: number): number {
  const hours = (time / HOUR + 8 - part.peak) % period
  return part.swing * Math.cos((2 * Math.PI * hours) / period)
}

/** How far an episode of this device has taken hold at a moment, 0-1, and where it leads. */
function episodeAt(profile: DeviceProfile, seed: number, time: number): { share: number; reach: number } {
  const none = { share: 0, reach: 0 }
  const { episode } = profile
  if (!episode) return none
  const slot = Math.floor(time / EPISODE_SLOT)
  if (draw(seed, 11, slot) > episode.chance) return none
  const [shortest, longest] = episode.minutes
  const length = (shortest + (longest - shortest) * draw(seed, 12, slot)) * MINUTE
  const start = slot * EPISODE_SLOT + (EPISODE_SLOT - length) * draw(seed, 13, slot)
  const part = (time - start) / length
  if (part <= 0 || part >= 1) return none
  const [low, high] = episode.reach
  return { share: Math.min(1, part / 0.2, (1 - part) / 0.35), reach: low + (high - low) * draw(seed, 14, slot) }
}

/**
 * The value a device of this kind measures at a moment: its own level, the course of the day, weather and drift over
 * days, noise that hangs together, rain and what it leaves, and now and then an episode. Pure: the same kind, seed and
 * time (epoch milliseconds) give the same value, in the unit of the kind, not rounded. Throws for an unknown kind.
 */
export function deviceValue(kind: string, seed: number, time: number): number {
  const profile = deviceProfiles[kind]
  if (!profile) throw new Error(`no device profile: ${kind}`)
  const [low, high] = profile.base
  const days = time / (24 * HOUR)
  const weatherSeed = kind.charCodeAt(0)
  let value = low + (high - low) * draw(seed, 1)
  value += swing(time, profile.day, 24)
  if (profile.halfDay) value += swing(time, profile.halfDay, 12)
  value += profile.drift * valueNoise(seed, 2, days / 2.5) + profile.weather * valueNoise(weatherSeed, 3, days / 1.6)
  value += profile.noise * (0.6 * valueNoise(seed, 4, time / (30 * MINUTE)) + valueNoise(seed, 5, time / (3 * HOUR)))
  value += profile.grain * (2 * draw(seed, 6, Math.floor(time / 1000)) - 1)
  if (profile.rain) {
    const exposure = 0.25 + 1.1 * draw(seed, 7) ** 1.5
    const gusts = 1 + 0.35 * valueNoise(seed, 8, time / (12 * MINUTE))
    const { now = 0, after = 0, lag = 1 } = profile.rain
    value += now * exposure * gusts * rainRate(time)
    if (after > 0) value += after * exposure * rainResponse(time, lag * HOUR)
  }
  const episode = episodeAt(profile, seed, time)
  value += (episode.reach - value) * episode.share
  return Math.min(profile.most, Math.max(profile.least, value))
}
