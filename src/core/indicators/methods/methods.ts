import { area } from './area'
import { combine } from './combine'
import { count } from './count'
import { covered } from './covered'
import { length } from './length'
import { mean } from './mean'
import { registerMethods } from './metricMethod'
import { near } from './near'
import { ratio } from './ratio'
import { reported } from './reported'
import { share } from './share'

/** The methods a catalog may name, in the order in which its schema lists them: a new one is one file and one line here. */
export const METHODS = registerMethods([covered, near, share, area, length, count, mean, ratio, reported, combine])
