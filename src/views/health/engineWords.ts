import type { TFunction } from 'i18next'
import type { EngineFault, EngineHealth } from '#core/model/engineHealth.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Language } from '#i18n/language.ts'

/** What is wrong with the engine, or was when it was last started again; empty where nothing ever was. */
export function engineWords(
  { state, last }: Pick<EngineHealth, 'state' | 'last'>,
  t: TFunction,
  language: Language,
): string {
  if (state === 'down' && last) return t('shell.engine.downBecause', { why: faultWords(last.fault, t) })
  if (state !== 'well') return t(`shell.engine.${state}`)
  return last
    ? t('shell.engine.restarted', { time: formatTime(last.at, language), why: faultWords(last.fault, t) })
    : ''
}

function faultWords(fault: EngineFault, t: TFunction): string {
  switch (fault.kind) {
    case 'error':
      return fault.detail ? t('shell.engine.why.error', { detail: fault.detail }) : t('shell.engine.why.unstarted')
    case 'unread':
      return t('shell.engine.why.unread')
    case 'gone':
      return t('shell.engine.why.gone')
    case 'silent':
      return t('shell.engine.why.silent', { seconds: fault.seconds })
  }
}
