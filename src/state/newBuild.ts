import { create } from 'zustand'

interface NewBuildState {
  /** Takes the build that has come since the page was opened: the page loads anew. Null while there is none. */
  readonly take: (() => void) | null
}

export const useNewBuild = create<NewBuildState>(() => ({ take: null }))
