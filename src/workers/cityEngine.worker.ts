import { expose } from 'comlink'
import { createCityEngine } from './createCityEngine'

expose(
  createCityEngine((bytes) => URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/geo+json' }))),
)
