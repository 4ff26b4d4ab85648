import { useState } from 'react'
import { createRecord, type RecordBody, type RecordKind, updateRecord, type Versioned } from '../../api/records.ts'
import { changedFields } from './form-values.ts'
import { useSave } from './use-save.ts'

interface SaveRecordOptions {
  keys: readonly string[]
  done: string
  onSaved(): void
}

/**
 * Saves the form of one record. A new one (`record` is null) is sent whole; of a known one what differs from the record as the form
 * was opened, against the version of now. So what somebody else changed meanwhile stays, unless both changed the same field.
 */
export const useSaveRecord = <K extends RecordKind, Known extends Versioned | null>(
  kind: K,
  record: Known,
  options: SaveRecordOptions,
) => {
  const { save, ...state } = useSave(options)
  const [opened] = useState(record)
  type Body = Known extends null ? RecordBody<K> : Partial<RecordBody<K>>
  return {
    ...state,
    saveRecord: (body: Body) =>
      save(() =>
        record === null || opened === null
          ? createRecord(kind, body as RecordBody<K>)
          : updateRecord(kind, record, changedFields<Partial<RecordBody<K>>>(opened, body)),
      ),
  }
}
