import { useWords } from '../../i18n/useWords'
import { Skeleton } from '../../ui/Skeleton'

/** A headline, a bar and a line, before the first result. */
export function IndicatorSkeleton() {
  const { t } = useWords()
  return (
    <>
      <span className="visually-hidden">{t('cards.loading')}</span>
      <Skeleton shape="figure" />
      <Skeleton shape="bar" />
    </>
  )
}
