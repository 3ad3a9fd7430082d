import { browserActionStore } from './browserActionStore'
import { createDemoSession } from './world/createDemoSession'

const session = createDemoSession(browserActionStore)

/** The simulator as a transport of the live channel (`live.type: demo`): one city for all feeds of the page. */
export const openDemo = session.open
/** Endpoint of the actions of a demonstration feed (`demo:VERB`). */
export const acceptAction = session.acceptAction
