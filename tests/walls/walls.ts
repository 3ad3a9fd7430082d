import { join } from 'node:path'
import { findFaults } from './findFaults'
import { entriesOf, readTree } from './readTree'

const root = join(import.meta.dirname, '../..')
const modules = readTree(root)
const faults = findFaults(modules, entriesOf(root))
for (const fault of faults) console.error(fault)
console.log(
  `imports of ${modules.length} modules: ${faults.length === 0 ? 'no wall is broken' : `${faults.length} faults`}`,
)
process.exitCode = faults.length === 0 ? 0 : 1
