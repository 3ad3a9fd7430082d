import { later, type Part } from '#views/parts/part.ts'

/** Trying something on the city: a scenario beside what is, its steps, and what they change. */
export const scenariosPart = {
  tools: [
    { place: 'page', id: 'scenario', Panel: later(async () => (await import('./ScenarioOnShow')).ScenarioOnShow) },
    {
      place: 'plan',
      id: 'scenario',
      title: ({ t }) => t('shell.tools.scenario'),
      Panel: later(async () => (await import('./ScenarioPanel')).ScenarioPanel),
    },
    {
      place: 'plan',
      id: 'siting',
      title: ({ t }) => t('shell.tools.siting'),
      Panel: later(async () => (await import('./siting/SitingPanel')).SitingPanel),
    },
    {
      place: 'plan',
      id: 'cheapest',
      title: ({ t }) => t('shell.tools.cheapest'),
      Panel: later(async () => (await import('./cheapest/CheapestPanel')).CheapestPanel),
    },
  ],
} satisfies Part
