import { later, type Part } from '#views/parts/part.ts'

/** Teams, stores, shelters, hospitals and vehicles: which are near. */
export const resourcesPart = {
  tools: [
    { place: 'sheet', id: 'nearest', Panel: later(async () => (await import('./NearestResources')).NearestResources) },
  ],
} satisfies Part
