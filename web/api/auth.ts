// Sign-in, sign-up and sign-out at /api/auth (better-auth's e-mail endpoints).
import { ApiError } from './request.ts'

const authMessages: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'E-mail or password is not right. Check both and try again.',
  INVALID_EMAIL: 'This does not look like an e-mail address.',
  USER_ALREADY_EXISTS: 'There is an account with this e-mail already. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this e-mail already. Sign in instead.',
  PASSWORD_TOO_SHORT: 'The password is too short. Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'The password is too long. Use at most 128 characters.',
}

interface AuthFailure {
  code?: string
  message?: string
  error?: { message?: string }
}

const post = async (path: string, body: unknown): Promise<void> => {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch(() => null)
  if (!response) throw new ApiError('network', 0, 'Muster cannot be reached. Check your connection, then try again.')
  if (response.ok) return
  const failure = (await response.json().catch(() => null)) as AuthFailure | null
  const known = failure?.code === undefined ? undefined : authMessages[failure.code]
  if (response.status === 429)
    throw new ApiError('rate_limited', 429, 'Too many attempts. Wait a minute, then try again.')
  const said = failure?.error?.message ?? failure?.message
  throw new ApiError('unauthenticated', response.status, known ?? said ?? 'Signing in failed. Try again in a moment.')
}

/** Throws `ApiError` with a message for the form. */
export const signIn = (email: string, password: string): Promise<void> => post('sign-in/email', { email, password })

/** Creates the account and signs it in. The server answers alike for taken addresses; then the password decides. */
export const signUp = async (name: string, email: string, password: string): Promise<void> => {
  await post('sign-up/email', { name, email, password })
  await signIn(email, password)
}

export const signOut = (): Promise<void> => post('sign-out', {})
