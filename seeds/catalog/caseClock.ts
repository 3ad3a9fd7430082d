import { caseKinds } from '../feeds/caseKinds'

const urgent = ['==', ['get', 'grade'], '紧急']
const handling = ['match', ['get', 'code'], ...caseKinds.flatMap(({ code, limit }) => [code, limit]), 450]

/**
 * How long a case may take at each stage, working minutes; urgent ones on the clock. The whole runs from registration:
 * the sum of the stages from there on.
 */
export const caseClock = {
  limits: {
    上报: 30,
    受理: 30,
    立案: 30,
    派遣: ['case', urgent, 20, 60],
    处置: handling,
    核查: ['case', urgent, 60, 120],
  },
  whole: ['+', handling, ['case', urgent, 110, 210]],
  roundTheClock: urgent,
  dueSoon: 0.25,
}
