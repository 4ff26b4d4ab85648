import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { currentOrganisation } from '../../api/request.ts'
import { shareLive } from '../../api/shared-live.ts'
import { applyLiveMessage } from './apply-live-message.ts'

const LiveContext = createContext(false)

/** True while the live channel delivers; pages poll faster while it is false. */
export const useLiveConnected = (): boolean => use(LiveContext)

/** Keeps the live channel of the organisation open and what it says in the query cache. */
export const LiveUpdates = ({ children }: { children: ReactNode }) => {
  const queryClient = useQueryClient()
  const [connected, setConnected] = useState(false)
  const organisationId = currentOrganisation()

  useEffect(() => {
    if (!organisationId) return
    return shareLive({
      organisationId,
      onConnected: setConnected,
      onMessage: (message) => applyLiveMessage(queryClient, message),
    })
  }, [organisationId, queryClient])

  return <LiveContext value={connected}>{children}</LiveContext>
}
