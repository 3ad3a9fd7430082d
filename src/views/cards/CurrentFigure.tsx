import type { Figure } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { Quantity } from '#ui/Quantity.tsx'

interface Props {
  readonly value: Figure
  /** The data may stand as current. */
  readonly current: boolean
  readonly size?: 'headline' | 'number' | 'body'
}

/** A figure of now; of data that is not current a dash, and the last known figure under it as that. */
export function CurrentFigure({ value, current, size = 'headline' }: Props) {
  const { t } = useWords()
  if (current) return <Quantity value={value} size={size} />
  return (
    <>
      <Quantity value={{ figure: '—', unit: '' }} size={size} stale />
      <p>
        {t('cards.lastKnown')} <Quantity value={value} size={size === 'headline' ? 'number' : 'body'} stale />
      </p>
    </>
  )
}
