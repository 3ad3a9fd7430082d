import '#catalog/zodWithoutEval.ts'
import { expose } from 'comlink'
import { createCityEngine } from '../createCityEngine'
import { beatWhenAsked } from './beat'
import { browserSurroundings } from './browserSurroundings'

/** A map may still be reading an URL when its successor is published. */
const GRACE_MS = 30_000

expose(
  beatWhenAsked(
    createCityEngine({
      ...browserSurroundings,
      publish: (bytes) => URL.createObjectURL(new Blob([bytes().slice()], { type: 'application/geo+json' })),
      withdraw: (url) => setTimeout(() => URL.revokeObjectURL(url), GRACE_MS),
    }),
  ),
)
