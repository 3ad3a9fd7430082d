import { type ReactNode, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { formatAge, formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { useDisplay } from '#state/display.ts'
import { Button } from '#ui/Button.tsx'
import { FeedRung } from '../health/FeedRung'
import { classLegend, useNeutralClasses } from '../layers/classLegend'
import { LegendSwatch } from '../layers/LegendSwatch'
import { classWords } from './classWords'
import styles from './FeatureFacts.module.css'
import { featureName, feedTitle, localProperty } from './featureName'
import { propertyWord, valueWord } from './propertyWord'
import { sayValue } from './sayValue'

/** Carried by every feature and shown elsewhere, or of no meaning to a reader. */
const SHOWN_ELSEWHERE = new Set(['id', 'name', 'name_en', 'time', 'mapId', 'history', 'route'])

const shownElsewhere = (name: string, properties: FeatureDetail['properties']): boolean =>
  SHOWN_ELSEWHERE.has(name) || (name.endsWith('_en') && Object.hasOwn(properties, name.slice(0, -3)))

interface Props {
  readonly detail: FeatureDetail
  /** Where the name stands among the headings: below the page's own in a popup, below its panel's in a sheet. */
  readonly heading: 'h2' | 'h3'
  /** What matters more than the properties: stands under the name. */
  readonly children?: ReactNode
}

/** What is known of one feature: name, kind, properties in words, data time and age, and where it comes from. */
export function FeatureFacts({ detail, heading: Name, children }: Props) {
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  const now = useNow()
  const [all, setAll] = useState(false)
  const words = useMemo(() => classWords(catalog, detail.feed), [catalog, detail.feed])
  const first = catalog.layers.find((layer) => layer.feed === detail.feed && layer.popup.length > 0)?.popup ?? []
  const known = Object.keys(detail.properties).filter((name) => !shownElsewhere(name, detail.properties))
  const main = first.filter((name) => !SHOWN_ELSEWHERE.has(name))
  const short = main.length > 0 ? main : known.slice(0, 6)
  const names = all ? [...short, ...known.filter((name) => !short.includes(name))] : short
  const owner = catalog.feeds.find((feed) => feed.id === detail.feed)?.owner

  return (
    <article className={styles.facts}>
      <header>
        <Name className={styles.name}>{featureName(detail, language) ?? detail.id}</Name>
        <p className={styles.kind}>
          {t(`shell.record.${detail.record}`)}
          <span className={styles.id}>{detail.id}</span>
        </p>
      </header>
      {children}
      <dl className={styles.list}>
        {names.map((name) => (
          <div key={name} className={styles.row}>
            <dt>{propertyWord(name, language)}</dt>
            <dd>
              <Mark feed={detail.feed} name={name} value={detail.properties[name]} />
              {sayValue(name, localProperty(detail.properties, name, language), language, words, now)}
            </dd>
          </div>
        ))}
      </dl>
      {known.some((name) => !short.includes(name)) && (
        <Button quiet onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('shell.popup.less') : t('shell.popup.more')}
        </Button>
      )}
      <footer className={styles.foot}>
        <span>
          {t('shell.popup.dataTime')}{' '}
          {detail.time === null
            ? t('shell.popup.noTime')
            : `${formatTime(detail.time, language, now)} · ${formatAge(now - detail.time, language)}`}
        </span>
        <span>
          {t('shell.popup.source')} {say(feedTitle(catalog, detail.feed))}
          {owner && ` · ${valueWord(owner, language)}`}
        </span>
        <span className={styles.rung}>
          <FeedRung feed={detail.feed} />
        </span>
      </footer>
    </article>
  )
}

/** The mark a coded value has on the map, where it has one. */
function Mark({ feed, name, value }: { readonly feed: string; readonly name: string; readonly value: unknown }) {
  const { catalog } = useCity()
  const theme = useDisplay((display) => display.theme)
  const neutral = useNeutralClasses()
  const entry = useMemo(
    () => classLegend(catalog, feed, name, theme, neutral).get(String(value)),
    [catalog, feed, name, value, theme, neutral],
  )
  return entry ? <LegendSwatch entry={entry} /> : null
}
