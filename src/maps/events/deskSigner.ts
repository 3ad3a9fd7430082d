import { create } from 'zustand'

const KEY = 'one-map.signer'

function stored(): string {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Who sits at this desk, as actions are signed; kept in this browser. */
export const useSigner = create<{ readonly name: string }>(() => ({ name: stored() }))

export function setSigner(name: string): void {
  useSigner.setState({ name })
  try {
    globalThis.localStorage?.setItem(KEY, name)
  } catch {
    // Storage may be full or forbidden; the name then lasts for this page.
  }
}
