import { later, type Part } from '#views/parts/part.ts'

/** Cases: how they stand, what is done about them, and whether it has gone out. */
export const eventsPart = {
  wall: () => import('./wall'),
  sheets: { case: later(async () => (await import('./CaseDetail')).CaseDetail) },
  tools: [{ place: 'bar', id: 'outbox', Panel: later(async () => (await import('./OutboxBadge')).OutboxBadge) }],
} satisfies Part
