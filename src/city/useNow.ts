import { useEffect, useState } from 'react'
import { useClock } from '#state/clock.ts'
import { useMoment } from '#state/world.ts'
import { useCity } from './CityContext'

/** Shortest step, milliseconds: a demonstration at sixty times the pace still is no flicker. */
const SHORTEST = 1_000

/**
 * The time as viewed, epoch milliseconds, read again every `stepMs` of the app's clock (default half a minute), for ages
 * and freshness; at once when another moment is looked at.
 */
export function useNow(stepMs = 30_000): number {
  const { now } = useCity()
  const { clock } = useClock()
  const moment = useMoment()
  const [time, setTime] = useState(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment is another time
  useEffect(() => {
    setTime(now())
    const timer = setInterval(() => setTime(now()), Math.max(SHORTEST, stepMs / clock.speed))
    return () => clearInterval(timer)
  }, [now, stepMs, clock, moment])
  return time
}
