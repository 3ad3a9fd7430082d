import type { Figure } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '../doors/DoorTo'
import type { Door } from '../doors/door'

interface Props {
  readonly value: Figure
  /** The data may stand as current. */
  readonly current: boolean
  readonly size?: 'headline' | 'number' | 'body'
  /** What the figure is of. */
  readonly door?: Door | undefined
}

/** A figure of now; of data that is not current a dash, and the last known figure under it as that. */
export function CurrentFigure({ value, current, size = 'headline', door }: Props) {
  const { t } = useWords()
  if (current) {
    return (
      <DoorTo door={door}>
        <Quantity value={value} size={size} />
      </DoorTo>
    )
  }
  return (
    <>
      <Quantity value={{ figure: '—', unit: '' }} size={size} stale />
      <p>
        {t('cards.lastKnown')}{' '}
        <DoorTo door={door}>
          <Quantity value={value} size={size === 'headline' ? 'number' : 'body'} stale />
        </DoorTo>
      </p>
    </>
  )
}
