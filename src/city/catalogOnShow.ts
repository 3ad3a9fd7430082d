import { create } from 'zustand'
import type { Catalog } from '#catalog/schema.ts'

/** The catalog as the engine last completed it from what its feeds hold; null while it is as it was opened. */
const useCatalogOnShow = create<{ readonly catalog: Catalog | null }>(() => ({ catalog: null }))

export const setCatalogOnShow = (catalog: Catalog | null): void => useCatalogOnShow.setState({ catalog })

/** The opened catalog, or what has become of it: ids are the same, only what layers and cards show differs. */
export const useCompleted = (opened: Catalog): Catalog => useCatalogOnShow(({ catalog }) => catalog) ?? opened
