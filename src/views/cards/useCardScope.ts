import { useView } from '#state/view.ts'

/** The scope a card is about: the one on show, or the whole city (null) whatever is on show where the card says `all`. */
export function useCardScope(card: { readonly scope?: 'all' | undefined } | undefined): string | null {
  const onShow = useView((view) => view.scope)
  return card?.scope === 'all' ? null : onShow
}
