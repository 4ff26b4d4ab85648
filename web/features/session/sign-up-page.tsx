import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { signUp } from '../../api/auth.ts'
import { setOrganisation } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './auth-layout.module.css'
import { AuthLayout } from './auth-layout.tsx'

const passwordLengthMin = 8

export const SignUpPage = () => {
  useDocumentTitle('Create an account')
  const { next } = useSearch({ from: '/sign-up' })
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
      await signUp(String(form.get('name')), String(form.get('email')), String(form.get('password')))
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
      title="Create your account"
      subtitle={
        <>
          Have one already?{' '}
          <Link to="/sign-in" search={next ? { next } : {}}>
            Sign in
          </Link>
        </>
      }
    >
      <form className={styles.stack} onSubmit={submit}>
        {failure && <Notice kind="danger">{failure}</Notice>}
        <TextField label="Your name" name="name" autoComplete="name" required maxLength={200} autoFocus />
        <TextField label="Work e-mail" name="email" type="email" autoComplete="email" required />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={passwordLengthMin}
          hint={`At least ${passwordLengthMin} characters.`}
        />
        <Button type="submit" look="primary" size="large" busy={busy}>
          Create account
        </Button>
      </form>
    </AuthLayout>
  )
}
