import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { keptInWorld } from '#city/useAnswer.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { SearchHit } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { Icon } from '#ui/Icon.tsx'
import { feedTitle } from '../facts/featureName'
import { pickFeature } from '../facts/pickFeature'
import { rowKeyTarget } from '../table/tableColumns'
import styles from './SearchBox.module.css'
import { searchIn } from './searchIn'

const LIMIT = 12
const NO_FEEDS: readonly string[] = []

/**
 * Search over the names and ids of every layer's features. The feeds are read when the box is first used; what is there
 * already can be found meanwhile. Arrow keys move in the list, Enter goes there.
 */
export function SearchBox() {
  const { catalog, catalogUrl, engine, world } = useCity()
  const { t, language, say } = useWords()
  const listId = useId()
  const [used, setUsed] = useState(false)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const wanted = useDeferredValue(text.trim())
  const layerFeeds = useMemo(() => [...new Set(catalog.layers.map(({ feed }) => feed))], [catalog])
  const feeds = useSettledFeeds(used ? layerFeeds : NO_FEEDS)
  const { data: hits } = useQuery({
    queryKey: [world, catalogUrl, 'search', wanted, language, feeds.stamp],
    enabled: wanted !== '',
    queryFn: () => searchIn(engine, wanted, LIMIT, language),
    placeholderData: keptInWorld(world),
    retry: false,
    networkMode: 'always',
  })
  const shown = open && wanted !== '' ? (hits ?? []) : []
  const listed = open && (wanted !== '' || (used && !feeds.settled))

  async function go(hit: SearchHit | undefined) {
    if (!hit) return
    setOpen(false)
    const detail = await engine.feature(hit.feed, hit.mapId)
    if (detail) pickFeature(detail)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      if (open && listed) event.stopPropagation()
      setOpen(false)
      return
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      void go(shown[active])
      return
    }
    if (event.key === 'Home' || event.key === 'End') return
    const to = rowKeyTarget(event.key, active, shown.length, LIMIT)
    if (to === null) return
    event.preventDefault()
    setActive(to)
  }

  return (
    <search className={styles.search}>
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        className={styles.input}
        aria-label={t('shell.search.label')}
        placeholder={t('shell.search.placeholder')}
        aria-expanded={listed}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => {
          setUsed(true)
          setOpen(true)
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div className={styles.drop} hidden={!listed}>
        <div id={listId} role="listbox" aria-label={t('shell.search.label')} className={styles.list}>
          {shown.map((hit, index) => (
            <div
              key={`${hit.feed} ${hit.mapId}`}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              className={styles.option}
              aria-selected={index === active}
              onMouseMove={() => setActive(index)}
              // Before the input loses the focus, which would close the list under the pointer.
              onMouseDown={(event) => {
                event.preventDefault()
                void go(hit)
              }}
            >
              <span className={styles.name}>{hit.name}</span>
              <span className={styles.kind}>{say(feedTitle(catalog, hit.feed))}</span>
            </div>
          ))}
        </div>
        <div role="status" className={styles.status}>
          {wanted !== '' && hits && hits.length === 0 && feeds.settled && (
            <p>
              {t('shell.search.none', { text: wanted })} {t('shell.search.noneHint')}
            </p>
          )}
          {!feeds.settled && (
            <p>
              {t('shell.search.loading')} ·{' '}
              {t('shell.search.loaded', { done: feeds.loaded + feeds.failed, of: feeds.total })}
            </p>
          )}
          {feeds.settled && feeds.failed > 0 && <p>{t('shell.search.partial', { count: feeds.failed })}</p>}
        </div>
      </div>
    </search>
  )
}
