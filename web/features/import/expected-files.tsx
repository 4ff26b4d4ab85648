import { Download } from 'lucide-react'
import { Card } from '../shell/page.tsx'
import { kinds } from './guess-kind.ts'
import styles from './import-page.module.css'

const templateUrl = (columns: readonly string[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`${columns.join(',')}\n`)}`

/** What can be imported: the columns of each kind, those that must be there in bold, and an empty file to fill in. */
export const ExpectedFiles = () => (
  <Card flush>
    <header className={styles.expectedHead}>
      <h2>What can be imported</h2>
      <p>The first line of a file names its columns, in any order. Those in bold must be there.</p>
    </header>
    <ul>
      {kinds.map((kind) => (
        <li key={kind.kind} className={styles.expected}>
          <span className={styles.expectedName}>{kind.label}</span>
          <span className={styles.columns}>
            {kind.required.map((column) => (
              <b key={column}>{column}</b>
            ))}
            {kind.typical.map((column) => (
              <span key={column}>{column}</span>
            ))}
          </span>
          <a
            className={styles.template}
            href={templateUrl([...kind.required, ...kind.typical])}
            download={`${kind.kind}.csv`}
            aria-label={`Empty file for ${kind.label}`}
          >
            <Download size={14} /> Empty file
          </a>
        </li>
      ))}
    </ul>
  </Card>
)
