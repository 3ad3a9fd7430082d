import type { Words } from '../language'

export const help: Words['help'] = {
  title: 'How to read this map',
  stars: {
    title: 'What the stars are',
    what: 'Each row of the Shandong standard DB37/T 3890-2020 (county part) is computed anew from the data of this page and rated one to five stars by the thresholds of the standard. There is no total score: the standard gives no formula for one.',
    five: 'five stars: as many bright steps as stars',
    four: 'four stars: the tick over the fourth step, the goal of the city',
    below: 'below the lowest star: known, and under the first threshold',
    unknown: 'unknown: data is missing, which is not zero',
    deduction: 'deduction row: no star, counted apart',
  },
  ribbon: {
    title: 'What the ribbon is',
    what: 'The strip at the foot of the wall: each row of the standard is one thin column, in its six groups. One look tells how far the goal is.',
    column:
      'One block a star. A dashed outline is unknown, a low tick is below the lowest star, hatching a deduction row.',
    line: 'The line through all columns is the four-star line.',
    next: 'The triangle marks the row nearest to four stars, the next likely to cross the line.',
    leading: 'Bold numbers are leading rows.',
    striped: 'A striped column rests on old data. A click opens the row in plan, with its fraction and gaps.',
  },
  quarantine: {
    title: 'What “quarantined” means',
    what: 'Records that fail the checks when they are read (no id, a place outside the city, a time that cannot be read …) enter no number and are not drawn. The others of the same feed are used as ever.',
    where:
      'The line “feeds current” at the top says how many are quarantined; it opens data health, which lists each with id, field and reason.',
  },
  old: {
    title: 'What “old data” means',
    what: 'Age is that of the data itself, not of the download. Beyond its cycle a feed is late, beyond its validity stale; an old number is grey and says since when.',
    live: 'live: within its cycle',
    late: 'late: past its cycle',
    stale: 'stale: past its validity, for reference only',
    never: 'of no known time: never taken for current',
    counted: 'Stars that rest on old data alone are listed apart and not counted as reached.',
  },
  keys: {
    title: 'Keys',
    help: 'this overlay',
    step: 'from button to button and list to list; opens what has the focus',
    arrows: 'move in lists, tabs and the ribbon; pan the map',
    zoom: 'zoom the map in and out',
    time: 'opens and closes the time bar',
    now: 'back from the past to now',
    escape: 'closes a window, clears the selection',
  },
}
