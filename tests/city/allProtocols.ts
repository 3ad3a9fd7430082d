import { SOURCE_TYPES } from '#catalog/vocabulary.ts'
import { loadProtocols } from '#feeds/protocols/registry.ts'

// Tests take feeds of every type through the door without opening a catalog first.
await loadProtocols(SOURCE_TYPES)
