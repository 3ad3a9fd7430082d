import '#catalog/zodWithoutEval.ts'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseVerifyArguments } from './evidence/parseVerifyArguments'
import { verdictLines } from './evidence/verdictLines'
import { type Verdict, verifyEvidence } from './evidence/verifyEvidence'
import { verifyFolder } from './evidence/verifyFolder'
import { notRead, wordsOf } from './fileFault'
import { MANIFEST } from './indicators/evidenceFiles'
import type { Language } from './indicators/parseArguments'
import { givenPath } from './readSource'
import { say, terminalLine } from './terminal'

const EQUAL = 0
const DIFFERS = 1
const FAULTY = 2

/** Computes evidence again from what is inside it. Exit 0: it holds; 1: something differs; 2: it cannot be judged. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseVerifyArguments(argv)
  if (!wanted.ok) {
    for (const fault of wanted.faults) warn(fault)
    return FAULTY
  }
  let worst = EQUAL
  for (const path of wanted.paths) worst = Math.max(worst, await verify(givenPath(path), wanted.language))
  return worst
}

async function verify(path: string, language: Language): Promise<number> {
  try {
    if ((await stat(path)).isDirectory()) return await verifyRows(path, language)
    if (basename(path) === MANIFEST) return await verifyRows(dirname(path), language)
    return report(path, await verifyEvidence(new Uint8Array(await readFile(path)), language), language)
  } catch (error) {
    warn(wordsOf(notRead(path, error), language))
    return FAULTY
  }
}

async function verifyRows(folder: string, language: Language): Promise<number> {
  const names = await readdir(folder)
  const read = async (name: string) => new Uint8Array(await readFile(join(folder, name)))
  const verdict = await verifyFolder({ names, read }, language)
  if (!verdict.ok) {
    warn(`${join(folder, MANIFEST)}: ${verdict.fault[language]}`)
    return FAULTY
  }
  const codes = verdict.rows.map((row) => report(join(folder, row.file), row.verdict, language))
  for (const finding of verdict.findings) print(`${language === 'en' ? 'differs' : '不同'}: ${finding[language]}`)
  return Math.max(EQUAL, ...codes, verdict.findings.length > 0 ? DIFFERS : EQUAL)
}

/** The verdict goes to standard output; why a file cannot be judged, to standard error. */
function report(path: string, verdict: Verdict, language: Language): number {
  const lines = verdictLines(path, verdict, language)
  for (const line of lines) (verdict.kind === 'fault' ? warn : print)(line)
  if (verdict.kind === 'fault') return FAULTY
  return verdict.kind === 'differs' ? DIFFERS : EQUAL
}

const print = (text: string): void => {
  process.stdout.write(terminalLine(text))
}
const warn = (text: string): void => say([text])

process.exitCode = await main(process.argv.slice(2))
