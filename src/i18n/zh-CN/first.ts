import { app } from './app'
import { live } from './live'
import { map } from './map'
import { shell } from './shell'

/** The words of the frame that stands before any part is loaded: the only ones that come with the page. */
export const first = { app, live, map, shell }
