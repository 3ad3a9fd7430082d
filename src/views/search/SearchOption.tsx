import { useEffect, useRef } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { SearchHit } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { hitWords } from './hitWords'
import styles from './SearchBox.module.css'

interface Props {
  readonly id: string
  readonly hit: SearchHit
  /** What was searched for. */
  readonly text: string
  /** Enter goes there. */
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** One hit in the list under the search box. */
export function SearchOption({ id, hit, text, active, onPoint, onChoose }: Props) {
  const { catalog } = useCity()
  const words = useWords()
  const option = useRef<HTMLDivElement>(null)
  const { name, kind } = hitWords(hit, text, catalog, words)
  useEffect(() => {
    if (active) option.current?.scrollIntoView?.({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      className={styles.option}
      aria-selected={active}
      onMouseMove={onPoint}
      // Before the input loses the focus, which would close the list under the pointer.
      onMouseDown={(event) => {
        event.preventDefault()
        onChoose()
      }}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.kind}>{kind}</span>
    </div>
  )
}
