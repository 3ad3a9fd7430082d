import { nextTask } from '../jobs/steps'
import { sitingThread } from './sitingThread'

const hear = sitingThread({ say: (said) => postMessage(said), clock: () => performance.now(), nextTask })
addEventListener('message', ({ data }) => hear(data))
