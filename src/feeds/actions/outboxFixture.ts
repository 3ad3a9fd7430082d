import type { Action } from '#core/model/feedDefinitions.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'

/** An action of the test's own: its id and feature are what a test tells apart. */
export const action = (id: string, feature: string, change: Partial<Action> = {}): Action =>
  deepFreeze({
    id,
    feed: 'cases',
    feature,
    verb: 'urge',
    by: '值班员',
    at: '2026-09-01T08:00:00+08:00',
    ...change,
  })
