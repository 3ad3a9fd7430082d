import { feedInRole } from '#catalog/roles.ts'
import { later, type Part } from '#views/parts/part.ts'
import { watchedFeeds } from './useAlarms'

/** Devices: their alarms, what they say, and where nothing senses. */
export const sensingPart = {
  wall: () => import('./wall'),
  sheets: { device: later(async () => (await import('./DeviceDetail')).DeviceDetail) },
  tools: [
    {
      place: 'map',
      map: 'sensing',
      id: 'sensing',
      title: ({ t }) => t('shell.tools.sensing'),
      offered: (catalog) =>
        feedInRole(catalog, 'devices') !== undefined || feedInRole(catalog, 'cameras') !== undefined,
      Panel: later(async () => (await import('./SensingPanel')).SensingPanel),
    },
    {
      place: 'lists',
      id: 'alarms',
      title: ({ t }) => t('shell.tools.alarms'),
      offered: (catalog) => watchedFeeds(catalog).length > 0,
      Panel: later(async () => (await import('./AlarmsPanel')).WatchedAlarms),
    },
  ],
} satisfies Part
