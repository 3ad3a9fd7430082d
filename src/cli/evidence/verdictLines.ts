import type { EvidenceDifference } from '#core/evidence/compareEvidence.ts'
import { PROGRAM } from '#core/evidence/evidence.ts'
import type { Language } from '../indicators/parseArguments'
import type { Cause, Finding, Verdict } from './verifyEvidence'

/** The verdict on one file, then a line for each difference: what, both values, and why as far as can be known. */
export function verdictLines(file: string, verdict: Verdict, language: Language): string[] {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh)
  if (verdict.kind === 'fault') return [`${file}: ${verdict.fault[language]}`]
  const { kind, evidence, findings, compared, largest } = verdict
  const row = evidence.indicator.id
  const name =
    evidence.scope === null ? row : say(`${row}（范围 ${evidence.scope}）`, `${row} (scope ${evidence.scope})`)
  const { version } = evidence.program
  const made =
    version === PROGRAM.version
      ? []
      : [
          say(
            `  凭证由 ${version} 版程序生成，本程序为 ${PROGRAM.version} 版`,
            `  made by version ${version}, verified by version ${PROGRAM.version}`,
          ),
        ]
  const { past, plan } = evidence
  if (past)
    made.push(say(`  所述时刻 ${past.at}，数据源由程序写出`, `  of ${past.at}, with feeds written by the program`))
  if (plan) {
    const count = plan.changes.length
    made.push(say(`  含方案「${plan.title}」，${count} 项改动`, `  with the plan “${plan.title}”: ${count} changes`))
  }
  switch (kind) {
    case 'equal':
      return [
        say(
          `相等：${name}，已重算，${compared} 项全部一致`,
          `equal: ${name}: computed again, all ${compared} values agree`,
        ),
        ...made,
      ]
    case 'within': {
      const most = largest.toExponential(1)
      return [
        say(
          `在 1e-9 之内：${name}，已重算，${compared} 项，最大相差 ${most}`,
          `within 1e-9: ${name}: computed again, ${compared} values, the largest difference ${most}`,
        ),
        ...made,
      ]
    }
    case 'differs':
      return [
        say(
          `不同：${name}，${findings.length} 处`,
          `differs: ${name}: ${findings.length} finding${findings.length === 1 ? '' : 's'}`,
        ),
        ...made,
        ...findings.map((finding) => `  ${findingLine(finding, say)}`),
      ]
  }
}

type Say = (zh: string, en: string) => string

function findingLine(finding: Finding, say: Say): string {
  switch (finding.kind) {
    case 'edited':
      return say(
        '凭证导出后被改动：内容与摘要 digest 不符',
        'edited after its export: the content does not match its digest',
      )
    case 'not-computed': {
      const why = finding.why.join('; ')
      return say(`无法重算：${why}`, `cannot be computed again: ${why}`)
    }
    case 'embedded': {
      const { role, id, problem, recorded, found } = finding
      const what = {
        catalog: say('内嵌的目录', 'the embedded catalog'),
        standard: say('内嵌的标准', 'the embedded standard'),
        feed: say(`内嵌的数据源 ${id}`, `the embedded feed ${id}`),
      }[role]
      switch (problem) {
        case 'altered':
          return say(
            `${what}被改动：记录的 SHA-256 为 ${recorded}，实为 ${found}`,
            `${what} was altered: SHA-256 recorded ${recorded}, found ${found}`,
          )
        case 'spoilt':
          return say(`${what}被改动：无法解压`, `${what} was altered: it cannot be unpacked`)
        case 'missing':
          return say(`${what}缺失`, `${what} is missing`)
        case 'extra':
          return say(`${what}是多出来的，凭证未用到`, `${what} is not one the evidence uses`)
      }
    }
  }
  return differenceLine(finding.difference, finding.cause, say)
}

function differenceLine({ place, recorded, rerun }: EvidenceDifference, cause: Cause, say: Say): string {
  const values = say(
    `凭证为 ${valueText(recorded, say)}，重算为 ${valueText(rerun, say)}`,
    `recorded ${valueText(recorded, say)}, computed ${valueText(rerun, say)}`,
  )
  return say(
    `${placeText(place, say)}：${values}（${causeText(cause, say)}）`,
    `${placeText(place, say)}: ${values} (${causeText(cause, say)})`,
  )
}

function placeText(place: EvidenceDifference['place'], say: Say): string {
  const { member } = place
  const of = (what: string): string => (member === '' ? what : `${what} ${member}`)
  switch (place.kind) {
    case 'result':
      return of(say('结论', 'result'))
    case 'standard':
      return of(say('标准', 'standard'))
    case 'catalog':
      return of(say('目录', 'catalog'))
    case 'scope':
      return of(say('范围', 'scope'))
    case 'setting':
      return of(say('设定', 'setting'))
    case 'file':
      return of(say('凭证', 'file'))
    case 'metric':
      return of(say(`指标 ${place.metric}`, `metric ${place.metric}`))
    case 'definition':
      return of(say(`指标 ${place.metric} 的定义`, `definition of ${place.metric}`))
    case 'parameter':
      return of(say(`指标 ${place.metric} 的参数`, `parameter of ${place.metric}`))
    case 'subject':
      return of(
        say(`对象 ${place.subject}（指标 ${place.metric}）`, `subject ${place.subject} (metric ${place.metric})`),
      )
    case 'feed':
      return of(say(`数据源 ${place.feed}`, `feed ${place.feed}`))
  }
}

const LONGEST = 90

function valueText(value: unknown, say: Say): string {
  if (value === undefined) return say('无', 'nothing')
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function causeText(cause: Cause, say: Say): string {
  switch (cause) {
    case 'embedded':
      return say('内嵌文件被改动所致，或凭证另有改动', 'follows from the altered file, or was edited besides')
    case 'edited':
      return say('凭证导出后被改动', 'the evidence was edited after its export')
    case 'version':
      return say('生成凭证的程序版本不同', 'another version of the program made the evidence')
    case 'unknown':
      return say('凭证未见改动：计算引擎或程序不同', 'the file is untouched: another engine or changed program code')
  }
}
