import { useEffect, useState } from 'react'
import { useCity } from './CityContext'

/** The app's clock, epoch milliseconds, read again every `stepMs` (default half a minute), for ages and freshness. */
export function useNow(stepMs = 30_000): number {
  const { now } = useCity()
  const [time, setTime] = useState(now)
  useEffect(() => {
    setTime(now())
    const timer = setInterval(() => setTime(now()), stepMs)
    return () => clearInterval(timer)
  }, [now, stepMs])
  return time
}
