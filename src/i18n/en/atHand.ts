import type { Words } from '../language'

export const atHand: Words['atHand'] = {
  trying: {
    title: 'Try parameters',
    about: 'drag threshold or radius',
    radius: 'Footprint radius',
    published: 'published {{value}}',
    atPublished: 'As published',
    notPublished:
      'Tried, not the published measure: number and star of the row are untouched; the map shows the gaps as tried until it is put back',
    putBack: 'Put back',
    tried: 'As tried',
    was: 'published {{value}}',
    failed: 'This could not be computed: {{why}}',
    none: 'This row has no threshold or radius to try',
    gapsAway: 'While tried, gaps and features are not listed: the lists are of the published measure',
  },
  scopes: {
    title: 'Scopes side by side',
    about: 'this row in every scope',
    scope: 'Scope',
    value: 'Value',
    star: 'Star',
    onShow: 'on show',
    none: 'The catalog has no scopes',
    failed: 'It could not be computed: {{why}}',
    waiting: '{{done}} of {{of}} scopes computed',
  },
}
