import { createRecord, type RecordBody, type RecordKind, updateRecord, type Versioned } from '../../api/records.ts'
import { changedFields } from './form-values.ts'
import { useSave } from './use-save.ts'

interface SaveRecordOptions {
  keys: readonly string[]
  done: string
  onSaved(): void
}

/** Saves the form of one record: a new one whole, a known one (`record`) by what differs from it. */
export const useSaveRecord = <K extends RecordKind>(kind: K, record: Versioned | null, options: SaveRecordOptions) => {
  const { save, ...state } = useSave(options)
  return {
    ...state,
    saveRecord: (body: RecordBody<K>) =>
      save(() =>
        record === null
          ? createRecord(kind, body)
          : updateRecord(kind, record, changedFields<RecordBody<K>>(record, body)),
      ),
  }
}
