import { useWords } from '#i18n/useWords.ts'
import { Skeleton } from '#ui/Skeleton.tsx'

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
