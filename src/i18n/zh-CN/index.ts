import { app } from './app'
import { cards } from './cards'
import { desk } from './desk'
import { evidence } from './evidence'
import { hazards } from './hazards'
import { indicators } from './indicators'
import { map } from './map'
import { robustness } from './robustness'
import { shell } from './shell'

/** The app's words, one file per part of the screen. Chinese is the reference: English must have the same keys. */
export const zhCN = { app, cards, desk, evidence, hazards, indicators, map, robustness, shell }
