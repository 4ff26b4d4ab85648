import { X } from 'lucide-react'
import type { ImportKind, ImportPreview } from '../../api/types.ts'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { numberText } from '../../ui/numbers.ts'
import { Card } from '../shell/page.tsx'
import { kinds } from './guess-kind.ts'
import styles from './import-page.module.css'
import type { ImportFilesState } from './use-import-files.ts'

/** The chosen files: what each holds and what it would change. */
export const ImportFiles = ({ files, preview }: { files: ImportFilesState; preview: ImportPreview | undefined }) => (
  <Card flush>
    <div className={styles.scroll}>
      <table className={styles.files}>
        <thead>
          <tr>
            <th>File</th>
            <th>Holds</th>
            <th className={styles.number}>Rows</th>
            <th className={styles.number}>New</th>
            <th className={styles.number}>Changed</th>
            <th className={styles.number}>As before</th>
            <th className={styles.number}>Wrong</th>
            <th>
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.files.map((file) => {
            const counts = preview?.files.find((one) => one.kind === file.kind)
            const wrong = preview?.errors.filter((error) => error.kind === file.kind).length ?? 0
            return (
              <tr key={file.id}>
                <td className={styles.filename}>{file.filename}</td>
                <td>
                  <Select
                    label={`What ${file.filename} holds`}
                    value={file.kind ?? ''}
                    onChange={(event) => files.setKind(file.id, event.target.value as ImportKind)}
                  >
                    {file.kind === null && <option value="">Choose</option>}
                    {kinds.map((kind) => (
                      <option key={kind.kind} value={kind.kind}>
                        {kind.label}
                      </option>
                    ))}
                  </Select>
                </td>
                <td className={styles.number}>{counts ? numberText(counts.rows) : '–'}</td>
                <td className={styles.number}>{counts ? numberText(counts.creates) : '–'}</td>
                <td className={styles.number}>{counts ? numberText(counts.updates) : '–'}</td>
                <td className={styles.number}>{counts ? numberText(counts.unchanged) : '–'}</td>
                <td className={styles.number}>
                  {counts ? <span className={wrong > 0 ? styles.bad : styles.good}>{numberText(wrong)}</span> : '–'}
                </td>
                <td>
                  <IconButton label={`Remove ${file.filename}`} onClick={() => files.remove(file.id)}>
                    <X size={15} />
                  </IconButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  </Card>
)
