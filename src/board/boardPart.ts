import type { Part } from '#views/parts/part.ts'

/** The rows of the standard and their stars. */
export const boardPart = { wall: () => import('./wall'), plan: () => import('./plan') } satisfies Part
