import type { Words } from '../language'

export const app: Words['app'] = {
  title: 'One Map',
  opening: 'Opening the city…',
  refusedTitle: 'The catalog has faults and was not loaded',
  refusedLead_one: '{{url}} has {{count}} fault. Once it is corrected this page reads it again by itself.',
  refusedLead: '{{url}} has {{count}} faults. Once they are corrected this page reads it again by itself.',
  faultPath: 'Where',
  faultWords: 'Fault',
  failedTitle: 'The city could not be opened',
  failedHint: 'Check the network and the deployment, then try again.',
  retry: 'Try again',
  retryIn: 'Trying again in {{seconds}} s',
  retrying: 'Trying again…',
  brokenTitle: 'This part of the page has failed',
  brokenHint: 'The rest still works.',
  notLoaded: 'This part was not loaded',
  notLoadedHint: 'The network is away or the server does not answer. Reload the page once it is back.',
  reload: 'Reload the page',
  linkUnknown: 'Parts of the link were not understood and ignored: {{parts}}',
  linkMissing: 'The feature the link selects is no longer in the data: {{feed}} / {{id}}',
  dismiss: 'Dismiss',
}
