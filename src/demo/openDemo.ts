import { createDemoSession } from './world/createDemoSession'

const session = createDemoSession()

/** The simulator as a transport of the live channel (`live.type: demo`): one city for all feeds of the page. */
export const openDemo = session.open
/** Endpoint of the actions of a demonstration feed (`demo:VERB`). */
export const acceptAction = session.acceptAction
/** Where accepted actions are kept over a reload; before the first feed opens. */
export const keepActionsIn = session.keepActionsIn
/** Cuts all demonstration feeds off for so many real seconds. */
export const disconnect = session.disconnect
