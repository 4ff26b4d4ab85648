import { TriangleAlert } from 'lucide-react'
import type { ImportLineError } from '../../api/types.ts'
import { countText } from '../../ui/numbers.ts'
import { Card } from '../shell/page.tsx'
import { kindLabel } from './guess-kind.ts'
import styles from './import-page.module.css'

/** Every bad line: file, number, column, and what to do about it. */
export const ImportErrors = ({ errors }: { errors: readonly ImportLineError[] }) => {
  const lines = new Set(errors.map((error) => `${error.kind}|${error.line}`)).size
  return (
    <Card flush>
      <h2 className={styles.errorsHead}>
        <TriangleAlert size={15} />
        {countText(lines, 'line is wrong', 'lines are wrong')}
      </h2>
      <ul className={styles.errors} aria-label="Lines that are wrong">
        {errors.map((error) => (
          <li
            key={`${error.kind}|${error.line}|${error.column}|${error.value}|${error.reason}`}
            className={styles.error}
          >
            <span>{kindLabel(error.kind)}</span>
            <span className={styles.muted}>line {error.line}</span>
            <span>{error.column && <code>{error.column}</code>}</span>
            <span>
              {error.reason}
              {error.value !== null && error.value !== '' && !error.reason.includes(error.value) && (
                <>
                  {' '}
                  <code>{error.value}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
