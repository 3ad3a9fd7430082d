import styles from './PanelShapes.module.css'

/** The shape of the panels to come, while the map draws its first frame and their code loads. */
export function PanelShapes() {
  return (
    <div aria-busy="true">
      <div className={styles.left} />
      <div className={styles.right} />
      <div className={styles.bottom} />
    </div>
  )
}
