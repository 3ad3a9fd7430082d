import { nextTask } from '../jobs/steps'
import { cheapestThread } from './cheapestThread'

const hear = cheapestThread({ say: (said) => postMessage(said), clock: () => performance.now(), nextTask })
addEventListener('message', ({ data }) => hear(data))
