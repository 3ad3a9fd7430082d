import { useEffect, useRef, useState } from 'react'

/** A value that changes at most every `milliseconds`: at once after a rest, else the latest when the rest is over. */
export function useSlowed<T>(value: T, milliseconds: number): T {
  const [slowed, setSlowed] = useState(value)
  const changed = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (Object.is(value, slowed)) return
    const take = () => {
      changed.current = performance.now()
      setSlowed(value)
    }
    const rest = changed.current + milliseconds - performance.now()
    if (rest <= 0) {
      take()
      return
    }
    const timer = setTimeout(take, rest)
    return () => clearTimeout(timer)
  }, [value, slowed, milliseconds])
  return slowed
}
