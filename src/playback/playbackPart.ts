import { later, type Part } from '#views/parts/part.ts'

/** The time bar, and looking back along it. */
export const playbackPart = {
  tools: [{ place: 'page', id: 'playback', Panel: later(async () => (await import('./Playback')).Playback) }],
} satisfies Part
