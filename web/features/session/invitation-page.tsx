import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptInvitation } from '../../api/commands.ts'
import { setOrganisation } from '../../api/request.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './auth-layout.module.css'
import { AuthLayout } from './auth-layout.tsx'

/** Where the link of an invitation's e-mail leads; who is not signed in comes here after signing in or up. */
export const InvitationPage = () => {
  useDocumentTitle('Invitation')
  const { token } = useParams({ from: '/user/invitations/$token' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const accept = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const { organisationId } = await acceptInvitation(token)
      queryClient.clear()
      setOrganisation(organisationId)
      await navigate({ to: '/' })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }

  return (
    <AuthLayout title="You are invited" subtitle="Join the organisation that sent you this link.">
      <div className={styles.stack}>
        {failure && <Notice kind="danger">{failure}</Notice>}
        <Button look="primary" size="large" busy={busy} onClick={accept} autoFocus>
          Join
        </Button>
        <Link to="/" className={buttonClass({ look: 'ghost', size: 'large' })}>
          Not now
        </Link>
      </div>
    </AuthLayout>
  )
}
