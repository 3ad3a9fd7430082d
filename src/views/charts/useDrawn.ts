import { type RefObject, useEffect, useRef, useState } from 'react'

/** A chart that stands in an element of the page, as large as that. */
export interface Drawing<Content> {
  draw(content: Content): void
  close(): void
}

interface Drawn {
  /** Where it is drawn. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly busy: boolean
  /** Its code could not be had. */
  readonly failed: boolean
}

/**
 * A drawing whose code is loaded when it is first seen, and that is closed when it leaves. `load` is to stay the same
 * function; `content` is to be another object when the picture is another.
 */
export function useDrawn<Content>(
  load: () => Promise<(place: HTMLElement) => Drawing<Content>>,
  content: Content,
): Drawn {
  const place = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing<Content> | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let opened: Drawing<Content> | null = null
    let left = false
    load().then(
      (open) => {
        if (left || !place.current) return
        opened = open(place.current)
        setDrawing(opened)
      },
      () => setFailed(true),
    )
    return () => {
      left = true
      opened?.close()
      setDrawing(null)
    }
  }, [load])

  useEffect(() => {
    drawing?.draw(content)
  }, [drawing, content])

  return { place, busy: drawing === null, failed }
}
