import { cityPlan, planeCity } from './inputs/planeCity'
import { oursCoverage, oursSubjects } from './oursCoverage'
import { clipper2Wasm, loadClipper } from './peers/clipper2Wasm'
import { loadGeos } from './peers/geosEngine'
import { geosOneByOne, geosUnion } from './peers/geosWasm'

/** Run as a process of its own: the first coverage of the city it computes, in milliseconds, on standard output. */
const city = planeCity(cityPlan)
const run = await prepared(process.argv[2])
const started = performance.now()
run()
console.log(performance.now() - started)

async function prepared(engine: string | undefined): Promise<() => unknown> {
  switch (engine) {
    case 'ours': {
      const subjects = oursSubjects(city.areas)
      return () => oursCoverage(city.covers, subjects, false)
    }
    case 'geos-wasm': {
      const peer = geosUnion(await loadGeos()).prepare(city)
      return () => peer.cover()
    }
    case 'geos-wasm one by one': {
      const peer = geosOneByOne(await loadGeos()).prepare(city)
      return () => peer.cover()
    }
    case 'clipper2-wasm': {
      const peer = clipper2Wasm(await loadClipper()).prepare(city)
      return () => peer.cover()
    }
    default:
      throw new Error(`no such engine: ${engine}`)
  }
}
