import { Component, type ReactNode } from 'react'
import { i18next } from '#i18n/i18n.ts'
import styles from './Notice.module.css'

interface State {
  readonly failure: Error | null
}

/** Keeps a failing part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(failure: unknown): State {
    return { failure: failure instanceof Error ? failure : new Error(String(failure)) }
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (!failure) return this.props.children
    return (
      <section className={styles.page} role="alert">
        <h1>{i18next.t('app.brokenTitle')}</h1>
        <p>{i18next.t('app.brokenHint')}</p>
        <pre className={styles.detail}>{failure.message}</pre>
        <button type="button" className={styles.button} onClick={() => this.setState({ failure: null })}>
          {i18next.t('app.retry')}
        </button>
      </section>
    )
  }
}
