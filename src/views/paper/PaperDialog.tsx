import { useEffect, useRef, useState } from 'react'
import { faultText } from '#city/faultText.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { downloadText } from '../out/download'
import styles from './PaperDialog.module.css'
import { PAPER_LOOK } from './paperLook'
import { type Paper, paperText } from './paperText'

interface Props {
  readonly title: string
  /** What the file is called by. */
  readonly name: string
  /** Another function when there is another paper to make. */
  readonly make: () => Promise<Paper>
  readonly onClose: () => void
}

/** A paper as it will be printed: it is looked at, printed by the browser, or kept as one file that opens offline. */
export function PaperDialog({ title, name, make, onClose }: Props) {
  const { t } = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [made, setMade] = useState<{ readonly make: Props['make']; readonly paper: Paper | string } | null>(null)
  useEffect(() => {
    let over = false
    const take = (paper: Paper | string) => !over && setMade({ make, paper })
    make().then(take, (error: unknown) => take(faultText(error)))
    return () => {
      over = true
    }
  }, [make])
  const latest = made?.make === make ? made.paper : null
  const paper = typeof latest === 'object' ? latest : null
  return (
    <Dialog
      open
      wide
      title={title}
      closeLabel={t('out.paper.close')}
      onClose={onClose}
      actions={
        <>
          <Button icon="print" disabled={!paper} onClick={() => frame.current?.contentWindow?.print()}>
            {t('out.paper.print')}
          </Button>
          <Button
            icon="download"
            disabled={!paper}
            onClick={() => paper && downloadText(`${name}.html`, paperText(paper), 'text/html;charset=utf-8')}
          >
            {t('out.paper.save')}
          </Button>
        </>
      }
    >
      {typeof latest === 'string' ? (
        <State kind="failing" title={t('out.paper.failed', { why: latest })} />
      ) : paper ? (
        <iframe
          ref={(element) => {
            frame.current = element
            if (element) show(element, paper)
          }}
          className={styles.frame}
          title={paper.title}
        />
      ) : (
        <Waiting lines={8} label={t('out.paper.busy')} />
      )}
    </Dialog>
  )
}

/** The page's fonts, for a machine that has no Chinese ones: text of their rules with whole addresses. */
function fontFaces(): string {
  return [...document.styleSheets]
    .flatMap(({ cssRules, href }) =>
      [...cssRules].flatMap((rule) =>
        rule instanceof CSSFontFaceRule
          ? [
              rule.cssText.replace(
                /url\("?([^")]+)"?\)/g,
                (_, url: string) => `url("${new URL(url, href ?? location.href).href}")`,
              ),
            ]
          : [],
      ),
    )
    .join('\n')
}

/** The page's policy allows no inline style: the look is given to the frame's document as a sheet of its own. */
function show(frame: HTMLIFrameElement, paper: Paper): void {
  const shown = frame.contentDocument
  const Sheet = (frame.contentWindow as (Window & typeof globalThis) | null)?.CSSStyleSheet
  if (!shown || !Sheet) return
  const read = new DOMParser().parseFromString(paper.body.html, 'text/html')
  const look = new Sheet()
  look.replaceSync(PAPER_LOOK)
  const fonts = new Sheet()
  fonts.replaceSync(fontFaces())
  shown.adoptedStyleSheets = [fonts, look]
  shown.documentElement.lang = paper.language
  shown.title = paper.title
  shown.body.replaceChildren(...[...read.body.childNodes].map((node) => shown.importNode(node, true)))
}
