import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { signIn } from '../../api/auth.ts'
import { setOrganisation } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './auth-layout.module.css'
import { AuthLayout } from './auth-layout.tsx'

export const SignInPage = () => {
  useDocumentTitle('Sign in')
  const { next } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setFailure(null)
    try {
      await signIn(String(form.get('email')), String(form.get('password')))
      queryClient.clear()
      setOrganisation(null)
      await navigate({ to: next ?? '/' })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }

  return (
    <AuthLayout
      title="Sign in"
      subtitle={
        <>
          New here?{' '}
          <Link to="/sign-up" search={next ? { next } : {}}>
            Create an account
          </Link>
        </>
      }
    >
      <form className={styles.stack} onSubmit={submit}>
        {failure && <Notice kind="danger">{failure}</Notice>}
        <TextField label="E-mail" name="email" type="email" autoComplete="email" required autoFocus />
        <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" look="primary" size="large" busy={busy}>
          Sign in
        </Button>
      </form>
    </AuthLayout>
  )
}
