import { version } from '../../../package.json'

/** The program that makes evidence and computes it again. */
export const PROGRAM = Object.freeze({ name: 'one-map', version })
