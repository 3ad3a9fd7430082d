import { app } from './app'
import { cards } from './cards'
import { debug } from './debug'
import { desk } from './desk'
import { events } from './events'
import { evidence } from './evidence'
import { hazards } from './hazards'
import { indicators } from './indicators'
import { live } from './live'
import { loop } from './loop'
import { map } from './map'
import { playback } from './playback'
import { robustness } from './robustness'
import { sensing } from './sensing'
import { shell } from './shell'

/** The app's words, one file per part of the screen. Chinese is the reference: English must have the same keys. */
export const zhCN = {
  app,
  cards,
  debug,
  desk,
  events,
  evidence,
  hazards,
  indicators,
  live,
  loop,
  map,
  playback,
  robustness,
  sensing,
  shell,
}
