import type { Part } from '#views/parts/part.ts'

/** Cards about any feed. */
export const panoramaPart = { wall: () => import('./wall') } satisfies Part
