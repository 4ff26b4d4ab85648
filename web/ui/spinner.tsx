import styles from './spinner.module.css'

/** A turning ring, sized by the text around it. Purely visual: say what is happening in words beside it. */
export const Spinner = () => <span className={styles.spinner} aria-hidden="true" />
