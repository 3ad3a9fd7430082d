import type { PageVisit } from '../PageCase'
import { scopeCase } from './planVisit'

/** The wall: the scope changes under its ribbon and cards. */
export function screenVisit(): PageVisit {
  return {
    view: 'screen/panorama',
    opening: { name: 'screen-open', note: 'page opened on the wall until everything is computed and drawn' },
    cases: [
      scopeCase('screen-scope', 'End', 'built-up area → whole city, first time'),
      scopeCase('screen-scope-warm', 'Home', 'whole city → built-up area, whose result is still kept'),
    ],
  }
}
