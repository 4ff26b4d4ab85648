import { type DragEvent, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './import-page.module.css'

/** Takes files by drop or by choice; several at once. */
export const DropZone = ({ onFiles, compact }: { onFiles(files: File[]): void; compact: boolean }) => {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent<HTMLDivElement>): void => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field inside is the first
    <div
      className={classNames(styles.zone, compact && styles.zoneCompact)}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b>{compact ? 'Add or replace files' : 'Drop CSV files here'}</b>
      <p>
        or{' '}
        <label className={styles.pick}>
          choose them
          <input
            type="file"
            accept=".csv,text/csv"
            multiple
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
      </p>
    </div>
  )
}
