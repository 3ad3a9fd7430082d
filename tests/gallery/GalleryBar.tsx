import styles from './Gallery.module.css'
import { type GalleryLook, writeLook } from './galleryLook'

/** Ways to the other looks. Plain links: an address says all there is to say of a look. */
export function GalleryBar({ look }: { readonly look: GalleryLook }) {
  const to = (word: string, change: Partial<GalleryLook>) => {
    const query = writeLook(look, change)
    return (
      <a key={word} href={query} aria-current={query === writeLook(look) ? 'page' : undefined}>
        {word}
      </a>
    )
  }
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>One Map: gallery</h1>
      <nav aria-label="look" className={styles.looks}>
        <span>
          {to('dark', { theme: 'dark' })} {to('light', { theme: 'light' })}
        </span>
        <span>
          {to('中文', { language: 'zh-CN' })} {to('English', { language: 'en' })}
        </span>
        <span>
          {to('desk', { scale: 'desk' })} {to('wall', { scale: 'wall' })}
        </span>
        <span>
          {to('everything', { only: null })} {to('parts', { only: 'ui' })} {to('cards', { only: 'cards' })}
        </span>
      </nav>
    </header>
  )
}
