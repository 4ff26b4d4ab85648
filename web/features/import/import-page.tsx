import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, FileUp, TriangleAlert } from 'lucide-react'
import { commitImport } from '../../api/commands.ts'
import { ApiError } from '../../api/request.ts'
import type { ImportPreview } from '../../api/types.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { countText } from '../../ui/numbers.ts'
import { EmptyState, Notice, Skeleton } from '../../ui/states.tsx'
import { Card, Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { DropZone } from './drop-zone.tsx'
import { ExpectedFiles } from './expected-files.tsx'
import { kindLabel } from './guess-kind.ts'
import { ImportErrors } from './import-errors.tsx'
import { ImportFiles } from './import-files.tsx'
import styles from './import-page.module.css'
import { useImportFiles } from './use-import-files.ts'

/** CSV files in: what they hold, what they would change, every line that is wrong; written only when all is right. */
export const ImportPage = () => {
  useDocumentTitle('Import')
  const client = useQueryClient()
  const files = useImportFiles()
  const { preview } = files
  const commit = useMutation({
    mutationFn: () => commitImport(files.requestFiles),
    onSuccess: async () => {
      await client.invalidateQueries()
      files.clear()
    },
  })
  if (commit.data) return <Imported result={commit.data} onMore={commit.reset} />
  const errors = preview.data?.errors ?? []
  const isReady = preview.data !== undefined && errors.length === 0 && files.unknown.length === 0

  return (
    <Page
      title="Import"
      subtitle="Bring people, places and demand as CSV. Files may refer to each other, in any order."
    >
      <DropZone onFiles={files.add} compact={files.files.length > 0} />
      {files.files.length === 0 && <ExpectedFiles />}
      {files.files.length > 0 && <ImportFiles files={files} preview={preview.data} />}
      {files.failure && <Notice kind="danger">{files.failure}</Notice>}
      {preview.isFetching && !preview.data && <Skeleton rows={3} height={44} />}
      {preview.error && <Notice kind="danger">{preview.error.message}</Notice>}
      {errors.length > 0 && <ImportErrors errors={errors} />}
      {commit.error && <Notice kind="danger">{failureText(commit.error)}</Notice>}
      {files.files.length > 0 && (
        <div className={styles.actions}>
          <Button onClick={files.clear}>Clear</Button>
          <Button
            look="primary"
            icon={<FileUp size={15} />}
            disabled={!isReady || preview.isFetching}
            busy={commit.isPending}
            onClick={() => commit.mutate()}
          >
            {isReady ? `Import ${countText(rowsOf(preview.data), 'row')}` : 'Import'}
          </Button>
        </div>
      )}
      {errors.length > 0 && (
        <p className={styles.hint}>
          <TriangleAlert size={14} /> Nothing is imported while a line is wrong. Correct the files and drop them again.
        </p>
      )}
    </Page>
  )
}

const rowsOf = (preview: ImportPreview | undefined): number =>
  preview?.files.reduce((sum, file) => sum + file.creates + file.updates, 0) ?? 0

const failureText = (error: Error): string =>
  error instanceof ApiError && error.code === 'import_invalid'
    ? 'The files were checked again and a line is wrong now: somebody may have changed what they refer to. Drop them once more.'
    : error.message

const Imported = ({ result, onMore }: { result: ImportPreview; onMore(): void }) => (
  <Page title="Import">
    <Card>
      <EmptyState
        icon={<CircleCheck size={20} />}
        title="Imported"
        action={
          <>
            <Link to="/" className={buttonClass({ look: 'primary' })}>
              Go to rosters
            </Link>
            <Button onClick={onMore}>Import more</Button>
          </>
        }
      >
        {result.files
          .map(
            (file) =>
              `${kindLabel(file.kind)}: ${file.creates} new, ${file.updates} changed, ${file.unchanged} as before`,
          )
          .join('. ')}
        .
      </EmptyState>
    </Card>
  </Page>
)
