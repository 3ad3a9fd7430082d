import type { Words } from '../words'
import { map } from './map'

export const en: Words = { map }
