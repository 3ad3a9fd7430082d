import { parseArgs } from 'node:util'
import { cheapestCase } from './cases/cheapest'
import { dragNumberCase } from './cases/dragNumber'
import { suggestCases } from './cases/suggest'
import { visibilityCase } from './cases/visibility'
import { withoutEachCase } from './cases/withoutEach'
import { machine } from './machine'
import { runCases } from './runCases'

/**
 * `npm run bench:plan -- [--json] [--only a,b]`: the planner's work on seeded instances, beside HiGHS. By processor time; never
 * fails on time; exit 1 when answers are wrong, 2 for a case that there is not.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } })
process.exitCode = await runCases(
  [dragNumberCase(), ...suggestCases(), cheapestCase(), withoutEachCase(), visibilityCase()],
  {
    wanted: values.only?.split(','),
    json: values.json,
    measuredOn: () => ({ ...machine({}, ['highs']), clock: 'cpu' }),
  },
)
