import { atHand } from './atHand'
import { cards } from './cards'
import { debug } from './debug'
import { desk } from './desk'
import { events } from './events'
import { evidence } from './evidence'
import { facts } from './facts'
import { first } from './first'
import { gaps } from './gaps'
import { hazards } from './hazards'
import { help } from './help'
import { indicators } from './indicators'
import { loop } from './loop'
import { out } from './out'
import { playback } from './playback'
import { robustness } from './robustness'
import { scenarios } from './scenarios'
import { sensing } from './sensing'

/** The app's words, one file per part of the screen. Chinese is the reference: English must have the same keys. */
export const zhCN = {
  ...first,
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
  loop,
  out,
  playback,
  robustness,
  scenarios,
  sensing,
}
