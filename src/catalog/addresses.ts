import { isObject } from '#core/model/values.ts'
import { hasSecret } from '#core/model/withoutSecrets.ts'
import { type Entry, entriesOf } from './checks/catalogView'
import { type Expected, type Path, pathText } from './fault'

interface Address {
  readonly path: Path
  readonly text: string
}

/** Every address that a catalog names: the standard, and of each feed its source, its channel and its actions. */
function addressesOf(catalog: Entry): Address[] {
  const found: Address[] = []
  const add = (path: Path, value: unknown): void => {
    if (typeof value === 'string') found.push({ path, text: value })
  }
  add(['standard'], catalog.value.standard)
  for (const { path, value } of entriesOf(catalog, 'feeds')) {
    if (isObject(value.source)) add([...path, 'source', 'url'], value.source.url)
    if (isObject(value.live)) add([...path, 'live', 'url'], value.live.url)
    if (isObject(value.actions)) {
      for (const [verb, address] of Object.entries(value.actions)) add([...path, 'actions', verb], address)
    }
  }
  return found
}

/** Where addresses of a catalog are looked at when nobody says where it was read. */
const ANYWHERE = 'https://catalog.invalid/catalog.json'

const READABLE: Expected = { zh: '可以解析的地址', en: 'an address that can be parsed' }
const REMOTE: Expected = {
  zh: 'http 或 https 地址(经网络读到的目录不得指向本机文件)',
  en: 'an http or https address (a catalog read over the network names no local file)',
}

/** What an address of a catalog read at `base` should be and is not; null when it is good. */
export function addressFault(address: string, base: string | null): Expected | null {
  const from = base ?? ANYWHERE
  if (!URL.canParse(address, from)) return READABLE
  return /^https?:/i.test(from) && new URL(address, from).protocol === 'file:' ? REMOTE : null
}

/** The addresses of a catalog that cannot be used, with what they should be. */
export const badAddresses = (catalog: Entry, base: string | null): (Address & { readonly expected: Expected })[] =>
  addressesOf(catalog).flatMap(({ path, text }) => {
    const expected = addressFault(text, base)
    return expected ? [{ path, text, expected }] : []
  })

/** Paths of the addresses in a catalog that carry a password, a token, a key or a signature. */
export function secretPaths(catalog: unknown): string[] {
  if (!isObject(catalog)) return []
  return addressesOf({ path: [], value: catalog }).flatMap(({ path, text }) =>
    hasSecret(text) ? [pathText(path)] : [],
  )
}
