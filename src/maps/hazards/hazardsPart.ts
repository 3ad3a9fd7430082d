import { later, type Part } from '#views/parts/part.ts'

/** Hazards and how far they are put right; warnings and what lies in their areas. */
export const hazardsPart = {
  wall: () => import('./wall'),
  sheets: {
    hazard: later(async () => (await import('./HazardDetail')).HazardDetail),
    warning: later(async () => (await import('./WarningDetail')).WarningDetail),
  },
} satisfies Part
