import type { FindSource } from './readSources'
import type { ProfileNode } from './TraceEvent'

/** Kinds of work on the main thread. `gl`: inside a call to WebGL; `bench`: the bench's own questions to the page. */
export const KINDS = ['gl', 'app', 'react', 'maplibre', 'library', 'render', 'gc', 'browser', 'bench'] as const
export type Kind = (typeof KINDS)[number]

export interface Part {
  readonly kind: Kind
  /** Function and source, in words for a reader. */
  readonly where: string
}

/** Sorts stacks by whose work they are; `glNames` are the names of the calls of WebGL. */
export function partsBy(find: FindSource, glNames: ReadonlySet<string>): (stack: readonly ProfileNode[]) => Part {
  return (stack) => {
    const [leaf] = stack
    if (!leaf) return { kind: 'browser', where: '(program)' }
    const { functionName } = leaf.callFrame
    if (functionName === '(garbage collector)') return { kind: 'gc', where: functionName }
    const isNative = String(leaf.callFrame.scriptId) === '0'
    if (isNative && glNames.has(functionName)) return { kind: 'gl', where: functionName }
    const frame = stack.find(({ callFrame }) => String(callFrame.scriptId) !== '0')
    if (!frame) return { kind: 'browser', where: functionName }
    const { url = '', lineNumber = 0, columnNumber = 0, functionName: name } = frame.callFrame
    if (!/^(https?|blob):/.test(url)) return { kind: 'bench', where: name || '(anonymous)' }
    const source = find(url, lineNumber, columnNumber)
    const inside = isNative ? ` → ${functionName}` : ''
    if (!source) return { kind: 'library', where: `${name} ${url.split('/').at(-1)}${inside}` }
    return {
      kind: kindOf(source.path),
      where: `${name || '(anonymous)'} ${shortPath(source.path)}:${source.line}${inside}`,
    }
  }
}

function kindOf(path: string): Kind {
  if (path.startsWith('src/')) return 'app'
  if (/node_modules\/(react|react-dom|scheduler)\//.test(path)) return 'react'
  if (/node_modules\/@?maplibre/.test(path)) return 'maplibre'
  return 'library'
}

const shortPath = (path: string): string => path.replace(/^node_modules\//, '').replace(/^src\//, '')
