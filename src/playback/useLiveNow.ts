import { useEffect, useState } from 'react'
import { liveTime } from '#state/clock.ts'

/** The app's time whatever moment is looked at, epoch milliseconds, read every second. */
export function useLiveNow(): number {
  const [time, setTime] = useState(liveTime)
  useEffect(() => {
    const timer = setInterval(() => setTime(liveTime()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return time
}
