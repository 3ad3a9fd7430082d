import type { ReactNode } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { Opener } from '#ui/Opener.tsx'
import type { Door } from './door'
import { useDoors } from './useDoors'

/** A figure that opens what is behind it; without a door the figure alone. */
export function DoorTo({ door, children }: { readonly door: Door | undefined; readonly children: ReactNode }) {
  const { t } = useWords()
  const open = useDoors()
  return (
    <Opener title={t('cards.open')} onOpen={door && (() => open(door))}>
      {children}
    </Opener>
  )
}
