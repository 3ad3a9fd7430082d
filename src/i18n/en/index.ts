import type { Words } from '../language'
import { app } from './app'
import { atHand } from './atHand'
import { cards } from './cards'
import { debug } from './debug'
import { desk } from './desk'
import { events } from './events'
import { evidence } from './evidence'
import { facts } from './facts'
import { gaps } from './gaps'
import { hazards } from './hazards'
import { help } from './help'
import { indicators } from './indicators'
import { live } from './live'
import { loop } from './loop'
import { map } from './map'
import { out } from './out'
import { playback } from './playback'
import { robustness } from './robustness'
import { scenarios } from './scenarios'
import { sensing } from './sensing'
import { shell } from './shell'

export const en: Words = {
  app,
  atHand,
  cards,
  debug,
  desk,
  events,
  evidence,
  facts,
  gaps,
  hazards,
  help,
  indicators,
  live,
  loop,
  map,
  out,
  playback,
  robustness,
  scenarios,
  sensing,
  shell,
}
