import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '../../ui/states.tsx'

/** Shown in place of a page that failed; trying again loads it anew. */
export const PageError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  return (
    <ErrorState
      title="This page could not be shown"
      error={error instanceof Error ? error : new Error(String(error))}
      onRetry={() => {
        reset()
        router.invalidate()
      }}
    />
  )
}
