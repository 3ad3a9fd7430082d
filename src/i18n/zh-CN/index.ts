import { map } from './map'

/** The app's words, one file per part of the screen. Chinese is the reference: English must have the same keys. */
export const zhCN = { map }
