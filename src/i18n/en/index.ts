import type { Words } from '../words'
import { app } from './app'
import { cards } from './cards'
import { indicators } from './indicators'
import { map } from './map'
import { robustness } from './robustness'
import { shell } from './shell'

export const en: Words = { app, cards, indicators, map, robustness, shell }
