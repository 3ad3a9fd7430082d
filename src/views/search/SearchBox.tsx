import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { PlaceHit, SearchHit } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { openRow } from '#state/lists.ts'
import { NO_SELECTION, select } from '#state/selection.ts'
import { Icon } from '#ui/Icon.tsx'
import { isComposing } from '#ui/isComposing.ts'
import { pickFeature } from '../facts/pickFeature'
import { useSketch } from '../sketches/useSketches'
import { rowKeyTarget } from '../table/tableColumns'
import { placeSketch } from './placeSketch'
import styles from './SearchBox.module.css'
import { SearchOption } from './SearchOption'
import { SearchStatus } from './SearchStatus'
import { useSearch } from './useSearch'

/** Hits that PageUp and PageDown pass over. */
const PAGE = 12

/**
 * Search over the features of every layer, the rows of the standard, and coordinates. The feeds are read when the box is
 * first used; what is there already can be found meanwhile. Arrow keys move in the list, Enter goes there; while an input
 * method is at work they are its own.
 */
export function SearchBox() {
  const { engine } = useCity()
  const words = useWords()
  const { t } = words
  const listId = useId()
  const [used, setUsed] = useState(false)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  /** The text that Enter was pressed for before it was looked up. */
  const [entered, setEntered] = useState<string | null>(null)
  const [place, setPlace] = useState<PlaceHit | null>(null)
  const search = useSearch(text, used)
  const { hits, current, wanted } = search
  useSketch(useMemo(() => (place ? placeSketch(place, words) : null), [place, words]))
  const shown = open && wanted !== '' ? (hits ?? []) : []

  async function go(hit: SearchHit) {
    setOpen(false)
    setEntered(null)
    setPlace(hit.kind === 'place' ? hit : null)
    if (hit.kind === 'row') return openRow(hit.row)
    if (hit.kind === 'place') {
      select(NO_SELECTION)
      return flyTo(hit.at)
    }
    const detail = await engine.feature(hit.feed, hit.mapId)
    if (detail) pickFeature({ ...detail, bounds: hit.bounds ?? detail.bounds })
  }

  useEffect(() => {
    const [first] = hits ?? []
    if (entered !== null && current && entered === text && first) void go(first)
  })

  function press(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      if (open) event.stopPropagation()
      setOpen(false)
      setEntered(null)
      return
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const hit = current ? shown[active] : undefined
      if (hit) void go(hit)
      else if (!current) setEntered(text)
      return
    }
    if (event.key === 'Home' || event.key === 'End') return
    const to = rowKeyTarget(event.key, active, shown.length, PAGE)
    if (to === null) return
    event.preventDefault()
    setActive(to)
  }

  return (
    <search className={styles.search}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={t('shell.search.label')}
          placeholder={t('shell.search.placeholder')}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
            setEntered(null)
            setOpen(true)
            if (event.target.value === '') setPlace(null)
          }}
          onFocus={() => {
            setUsed(true)
            setOpen(true)
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <div className={styles.drop} hidden={!open}>
          <div id={listId} role="listbox" aria-label={t('shell.search.label')} className={styles.list}>
            {shown.map((hit, index) => (
              <SearchOption
                key={keyOf(hit)}
                id={`${listId}-${index}`}
                hit={hit}
                text={wanted}
                active={index === active}
                onPoint={() => setActive(index)}
                onChoose={() => void go(hit)}
              />
            ))}
          </div>
          <SearchStatus search={search} />
        </div>
      </div>
    </search>
  )
}

function keyOf(hit: SearchHit): string {
  if (hit.kind === 'row') return `row ${hit.row}`
  return hit.kind === 'place' ? `place ${hit.order} ${hit.crs}` : `${hit.feed} ${hit.mapId}`
}
