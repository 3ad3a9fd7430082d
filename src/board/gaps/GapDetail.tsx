import { useCity } from '#city/CityContext.ts'
import type { Gap, Provider, Refusal } from '#core/planning/gaps/gap.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { FactList } from '#ui/FactList.tsx'
import { classWords } from '#views/facts/classWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { propertyWord } from '#views/facts/propertyWord.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import listStyles from '../list/List.module.css'
import styles from './Gaps.module.css'
import { distanceWords, kindWords, peopleWords, sizeWords } from './gapWords'

/** All that is known of a gap: size, people, places, why it is there, and what stands nearest. */
export function GapDetail({ gap }: { readonly gap: Gap }) {
  const words = useWords()
  const { t, say, language } = words
  const { catalog } = useCity()
  const openFeature = useOpenFeature()
  const places = Object.entries(gap.places ?? {})
  const comma = language === 'en' ? ', ' : '、'
  const restored = Object.entries(gap.restored) as [Refusal, number][]
  return (
    <div className={styles.facts}>
      <FactList
        facts={[
          { label: t('gaps.columns.size'), value: sizeWords(gap, words) },
          {
            label: t(gap.peopleBy === 'area' ? 'gaps.people.label' : 'gaps.people.cellLabel'),
            value:
              gap.people.people === null
                ? `${peopleWords(gap.people, words)}${comma}${t('gaps.people.partly')}`
                : peopleWords(gap.people, words),
          },
          {
            label: t('gaps.places.label'),
            value:
              gap.places &&
              (places.length === 0
                ? t('gaps.places.none')
                : places
                    .map(([feed, count]) => `${say(feedTitle(catalog, feed))} ${formatNumber(count, language)}`)
                    .join(comma)),
          },
          { label: t('gaps.columns.town'), value: gap.towns.length > 0 && gap.towns.map(say).join(comma) },
          { label: t('gaps.columns.unit'), value: gap.unit },
          { label: t('gaps.columns.kind'), value: gap.kind && kindWords(catalog, gap.feed, gap.kind, words) },
          { label: t('gaps.columns.why'), value: gap.why && (gap.itself ? null : t(`gaps.whyLong.${gap.why}`)) },
        ]}
      />
      {gap.passes && <p>{t('gaps.passes')}</p>}
      {gap.itself && <p>{t('gaps.itself')}</p>}
      {restored.map(([why, share]) => (
        <p key={why}>
          {t('gaps.restored', {
            why: t(`gaps.why.${why}`),
            share: joinFigure(formatQuantity(share, 'ratio', language)),
          })}
        </p>
      ))}
      {!gap.itself && (
        <section aria-label={t('gaps.nearestTitle')}>
          <h5 className={listStyles.heading}>{t('gaps.nearestTitle')}</h5>
          {gap.nearest.length === 0 && <p>{t('gaps.noNearest')}</p>}
          <ul className={styles.nearest}>
            {gap.nearest.map((site) => (
              <NearestSite key={`${site.feed} ${site.id}`} site={site} />
            ))}
          </ul>
        </section>
      )}
      <p>
        <Button quiet icon="locate" onClick={() => openFeature(gap.feed, gap.mapId)}>
          {t('gaps.openSubject')}
        </Button>
      </p>
    </div>
  )
}

function NearestSite({ site }: { readonly site: Provider }) {
  const words = useWords()
  const { t, say, language } = words
  const { catalog } = useCity()
  const openFeature = useOpenFeature()
  const { feed, id, mapId, metres, refusal, property } = site
  const name = site.name ? say(site.name) : id
  const several = site.count > 1 ? ` × ${formatNumber(site.count, language)}` : ''
  const said = (value: unknown, of: string) =>
    value === null || value === undefined ? t('gaps.notSaid') : sayValue(of, value, language, classWords(catalog, feed))
  return (
    <li>
      <button type="button" className={styles.site} onClick={() => openFeature(feed, mapId)}>
        <span className="visually-hidden">{t('gaps.goTo', { name })}</span>
        <span aria-hidden="true">
          {name}
          {several}
        </span>
      </button>
      <span>
        {refusal !== null &&
          `${
            property
              ? t('gaps.refused', {
                  property: propertyWord(property.name, language),
                  value: said(property.value, property.name),
                })
              : t('gaps.refusedPlain')
          } · `}
        {distanceWords(metres, words)}
      </span>
    </li>
  )
}
