import type { CityEngine } from '../engineApi'

/**
 * How each verb of the engine ends. `plain`: at once. `long`: step by step, stopped at its deadline through its job.
 * `open`: when there is something to tell, however long that takes.
 */
export type VerbKind = 'plain' | 'long' | 'open'

/** Every verb, once: a verb that is missing here is a type error. */
export const VERB_KINDS: Readonly<Record<keyof CityEngine, VerbKind>> = {
  openCatalog: 'plain',
  admit: 'plain',
  rows: 'plain',
  feature: 'plain',
  find: 'plain',
  search: 'plain',
  scopeBounds: 'plain',
  breakdown: 'plain',
  total: 'plain',
  evaluate: 'long',
  robustness: 'long',
  cancel: 'plain',
  explain: 'plain',
  evidence: 'long',
  follow: 'plain',
  setClock: 'plain',
  snapshotDone: 'plain',
  reconnect: 'plain',
  openMapView: 'plain',
  nextMapDiff: 'open',
  closeMapView: 'plain',
  publishFeed: 'plain',
  setPending: 'plain',
  takeAction: 'plain',
  cutOff: 'plain',
  timeline: 'plain',
  look: 'plain',
  caseSheet: 'plain',
  reminders: 'plain',
  duplicates: 'plain',
  caseKpis: 'plain',
  hotSpots: 'plain',
  alarms: 'plain',
  acknowledge: 'plain',
  mute: 'plain',
  deviceSheet: 'plain',
  blindGrids: 'plain',
  sectors: 'plain',
  warningsInForce: 'plain',
  warningSheet: 'plain',
}

export const VERB_NAMES = Object.keys(VERB_KINDS) as readonly (keyof CityEngine)[]
