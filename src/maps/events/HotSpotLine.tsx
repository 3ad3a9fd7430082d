import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { HotSpotsAnswer } from '#engine/cases/caseVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { Badge } from '#ui/Badge.tsx'
import { LinePart, OpenLine } from '#ui/LineList.tsx'
import { classWords } from '#views/facts/classWords.ts'
import { listedName } from '#views/facts/featureName.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { usualWords } from './hotSpotWords'
import styles from './RemindersCard.module.css'

/** Metres in a degree of the meridian. */
const DEGREE = 111_195

interface Props {
  readonly feed: string
  readonly cell: HotSpotsAnswer['cells'][number]
  /** Of the cell, metres. */
  readonly radius: number
}

/** One emerging cell: what is most of it, how many now and usually. A click brings the map to it. */
export function HotSpotLine({ feed, cell, radius }: Props) {
  const words = useWords()
  const { t, language } = words
  const { catalog } = useCity()
  const classes = useMemo(() => classWords(catalog, feed), [catalog, feed])
  const { centre, now, usual, chance, topClass, cases } = cell
  const [first] = cases

  function open() {
    const [longitude = 0, latitude = 0] = centre
    const north = (2 * radius) / DEGREE
    const east = north / Math.cos((latitude * Math.PI) / 180)
    flyTo([longitude - east, latitude - north, longitude + east, latitude + north])
  }

  return (
    <OpenLine
      name={first && t('events.hotSpots.first', { name: listedName(first, language) })}
      mark={
        <Badge tone="warn">
          <b className={styles.count}>{t('events.hotSpots.count', { count: now })}</b>
        </Badge>
      }
      onOpen={open}
    >
      {topClass !== null && <span>{sayValue('class', topClass, language, classes)}</span>}
      {usualWords({ usual, chance }, words).map((said, index) => (
        <LinePart key={said} whole={index === 0}>
          {said}
        </LinePart>
      ))}
    </OpenLine>
  )
}
