import { useWords } from '#i18n/useWords.ts'
import { setDisplay } from '#state/display.ts'
import styles from './LanguageSwitch.module.css'

/** Says the other language in that language's own letters. */
export function LanguageSwitch() {
  const { t, language } = useWords()
  const english = language === 'en'
  return (
    <button
      type="button"
      className={styles.switch}
      aria-label={english ? t('shell.language.toChinese') : t('shell.language.toEnglish')}
      title={english ? t('shell.language.toChinese') : t('shell.language.toEnglish')}
      onClick={() => setDisplay({ language: english ? 'zh-CN' : 'en' })}
    >
      {english ? t('shell.language.zh') : t('shell.language.en')}
    </button>
  )
}
