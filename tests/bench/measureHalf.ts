import { parentPort, workerData } from 'node:worker_threads'
import { boxOfArea } from './inputs/candidates'
import { planeCity, provincePlan } from './inputs/planeCity'
import { oursCoverage, oursSubjects } from './oursCoverage'

/** What a worker is to measure: areas `from` to `to` of the province in order from west to east. */
export interface Half {
  readonly from: number
  readonly to: number
}

/** A thread: makes its inputs, says so, and measures them each time it is asked; answers with covered areas. */
const { from, to } = workerData as Half
const province = planeCity(provincePlan)
const areas = [...province.areas].sort((a, b) => boxOfArea(a)[0] - boxOfArea(b)[0]).slice(from, to)
const subjects = oursSubjects(areas)
const west = Math.min(...subjects.map((subject) => subject.west))
const east = Math.max(...subjects.map((subject) => subject.east))
const covers = province.covers.filter(({ x, radius }) => x + radius >= west && x - radius <= east)
parentPort?.on('message', () => parentPort?.postMessage(oursCoverage(covers, subjects, false).covered))
parentPort?.postMessage('ready')
