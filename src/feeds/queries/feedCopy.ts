import { createStore, get, set, type UseStore } from 'idb-keyval'

interface Copy {
  readonly bytes: Uint8Array
  readonly fetchedAt: number
}

let store: UseStore | null = null
const copies = (): UseStore => {
  store ??= createStore('one-map', 'feeds')
  return store
}

/** Keeps the last good bytes of a feed in this browser. A full or forbidden store is no error: the copy is a comfort. */
export async function writeCopy(key: string, { bytes, fetchedAt }: Copy): Promise<void> {
  try {
    await set(key, { bytes, fetchedAt }, copies())
  } catch {
    // Private windows and full disks have no store.
  }
}

/** The bytes kept from an earlier page, or null. */
export async function readCopy(key: string): Promise<Copy | null> {
  try {
    return (await get<Copy>(key, copies())) ?? null
  } catch {
    return null
  }
}
