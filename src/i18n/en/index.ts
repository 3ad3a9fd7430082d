import type { Words } from '../words'
import { app } from './app'
import { cards } from './cards'
import { desk } from './desk'
import { evidence } from './evidence'
import { hazards } from './hazards'
import { indicators } from './indicators'
import { map } from './map'
import { robustness } from './robustness'
import { shell } from './shell'

export const en: Words = { app, cards, desk, evidence, hazards, indicators, map, robustness, shell }
