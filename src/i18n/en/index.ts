import type { Words } from '../words'
import { cards } from './cards'
import { indicators } from './indicators'
import { map } from './map'
import { shell } from './shell'

export const en: Words = { cards, indicators, map, shell }
