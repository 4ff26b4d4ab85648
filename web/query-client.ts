import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api/request.ts'

const isWorthRetrying = (error: Error): boolean =>
  error instanceof ApiError && (error.code === 'network' || error.code === 'unreadable' || error.code === 'unavailable')

/** Reads are repeated twice when nothing answered; a session that ended leads to the sign-in page by reading `me` again. */
export const createQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof ApiError && error.code === 'unauthenticated' && query.queryKey[0] !== 'me')
          client.resetQueries({ queryKey: ['me'] })
      },
    }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isWorthRetrying(error) },
      mutations: { retry: false },
    },
  })
  return client
}
