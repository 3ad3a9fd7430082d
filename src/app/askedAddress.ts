import { withoutSecrets } from '#core/model/withoutSecrets.ts'

/** Where the query is kept that was asked for, with the one that is shown in its place. */
const KEPT = 'one-map-asked'

interface Surroundings {
  readonly location: Pick<Location, 'href'>
  readonly history: Pick<History, 'state' | 'replaceState'>
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * The address of the page as it was asked for. What its query carries of secrets leaves the address bar, and with it every
 * link that is copied from there and every entry of the history; this tab keeps it, so that it can be loaded anew. A
 * browser that keeps nothing shows the address as it is: without its secret it could not be loaded again.
 */
export function askedAddress(page: Surroundings = { location, history, storage: () => sessionStorage }): string {
  const { history, storage } = page
  const { href } = page.location
  const asked = new URL(href)
  const shown = new URL(href)
  shown.search = withoutSecrets(asked.search)
  try {
    if (shown.search === asked.search) {
      const kept: unknown = JSON.parse(storage().getItem(KEPT) ?? 'null')
      if (isKept(kept) && kept.shown === asked.search) asked.search = kept.asked
      return asked.href
    }
    storage().setItem(KEPT, JSON.stringify({ shown: shown.search, asked: asked.search }))
    history.replaceState(history.state, '', shown.href)
  } catch {
    // Forbidden storage.
  }
  return asked.href
}

const isKept = (value: unknown): value is { readonly shown: string; readonly asked: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'shown') === 'string' &&
  typeof Reflect.get(value, 'asked') === 'string'
