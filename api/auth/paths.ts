// The only endpoints of better-auth that are open; everything else it could do stays closed.
import * as z from 'zod'

const user = z.object({ id: z.string(), email: z.string(), name: z.string() })

export type AuthPath = {
  method: 'get' | 'post'
  path: string
  summary: string
  body: z.ZodType | null
  answer: z.ZodType | null
  /** True where nobody is signed in yet. */
  isOpen: boolean
}

export const passwordCharsMin = 8
export const passwordCharsMax = 128

export const authPaths: readonly AuthPath[] = [
  {
    method: 'post',
    path: '/sign-up/email',
    summary: 'Make an account. New and taken addresses are answered alike; sign in next',
    body: z.strictObject({
      name: z.string().min(1).max(200),
      email: z.email().max(254),
      password: z.string().min(passwordCharsMin).max(passwordCharsMax),
    }),
    answer: z.object({ user }),
    isOpen: true,
  },
  {
    method: 'post',
    path: '/sign-in/email',
    summary: 'Sign in: the session comes as a cookie',
    body: z.strictObject({
      email: z.email().max(254),
      password: z.string().max(passwordCharsMax),
      rememberMe: z.boolean().optional(),
    }),
    answer: z.object({ redirect: z.boolean(), user }),
    isOpen: true,
  },
  { method: 'post', path: '/sign-out', summary: 'End this session', body: null, answer: null, isOpen: false },
  {
    method: 'get',
    path: '/get-session',
    summary: 'The session, or null',
    body: null,
    answer: z.object({ session: z.object({ id: z.string(), expiresAt: z.string() }), user }).nullable(),
    isOpen: true,
  },
]
