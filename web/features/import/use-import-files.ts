import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { previewImport } from '../../api/commands.ts'
import { newId } from '../../api/new-id.ts'
import type { ImportFile, ImportKind } from '../../api/types.ts'
import { guessKind } from './guess-kind.ts'

export interface PickedFile {
  id: string
  filename: string
  content: string
  /** Null until the kind is known. */
  kind: ImportKind | null
}

const bytesMax = 4_000_000

/** The files chosen, their kinds, and what importing them would do; checked anew whenever they change. */
export const useImportFiles = () => {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const unknown = files.filter((file) => file.kind === null)

  const add = async (picked: File[]): Promise<void> => {
    const tooLarge = picked.find((file) => file.size > bytesMax)
    if (tooLarge)
      return setFailure(`"${tooLarge.name}" is larger than 4 MB. Split it and import the parts one after the other.`)
    try {
      const read = await Promise.all(
        picked.map(async (file): Promise<PickedFile> => {
          const content = await file.text()
          return { id: newId(), filename: file.name, content, kind: guessKind(file.name, content) }
        }),
      )
      setFailure(null)
      // A file of the same name, or of the same kind, takes the place of the former one.
      const replaced = (old: PickedFile): boolean =>
        read.some((file) => file.filename === old.filename || (file.kind !== null && file.kind === old.kind))
      setFiles((before) => [...before.filter((old) => !replaced(old)), ...read])
    } catch (error) {
      setFailure(
        `A file could not be read: ${error instanceof Error ? error.message : String(error)}. Choose it again.`,
      )
    }
  }

  const requestFiles = useMemo(
    () => files.flatMap(({ kind, filename, content }): ImportFile[] => (kind ? [{ kind, filename, content }] : [])),
    [files],
  )
  const key = files.map((file) => `${file.id}:${file.kind}`)
  const preview = useQuery({
    queryKey: ['import-preview', ...key],
    queryFn: () => previewImport(requestFiles),
    enabled: requestFiles.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })

  return {
    files,
    unknown,
    failure,
    add,
    requestFiles,
    preview,
    setKind: (id: string, kind: ImportKind) =>
      setFiles((before) => before.map((file) => (file.id === id ? { ...file, kind } : file))),
    remove: (id: string) => setFiles((before) => before.filter((file) => file.id !== id)),
    clear: () => {
      setFiles([])
      setFailure(null)
    },
  }
}

export type ImportFilesState = ReturnType<typeof useImportFiles>
