import { useCity } from '#city/CityContext.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import { useWords } from '#i18n/useWords.ts'
import { isInternal } from '#views/out/outFacts.ts'
import { TakeMap } from '#views/out/TakeMap.tsx'
import { TakeTable } from '#views/out/TakeTable.tsx'
import { useFailureWords } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { rowAbout } from '../paper/rowFacts'
import { gapsOut } from './gapsOut'

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
  /** As they are listed. */
  readonly gaps: readonly Gap[]
}

/** Takes the list elsewhere as it is, and all gaps as a map. */
export function GapExports({ indicator, metric, scope, gaps }: Props) {
  const city = useCity()
  const words = useWords()
  const { t } = words
  const failure = useFailureWords(indicator)
  const name = `${indicator}.${metric}.gaps`
  return (
    <>
      <div className={listStyles.exports}>
        <TakeTable
          name={name}
          title={t('gaps.title')}
          label={(form) => t('gaps.csv', { form })}
          table={() => gapsOut(gaps, city.catalog, words)}
          about={() => rowAbout(city, words, { indicator, metric, scope })}
          failure={failure}
        />
        <TakeMap
          name={name}
          label={t('gaps.geojson')}
          file={(datum) => city.engine.gapFile({ scope, indicator, metric, datum })}
          failure={failure}
        />
      </div>
      {isInternal(city, [...new Set(gaps.map(({ feed }) => feed))]) && (
        <p className={listStyles.quiet}>{t('desk.table.internal')}</p>
      )}
    </>
  )
}
