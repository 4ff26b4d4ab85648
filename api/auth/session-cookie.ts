// Cookie names are better-auth's; the prefix says when a browser may send them over https only.
export const cookiePrefix = 'muster'

/** Name of the session cookie at a public address that is, or is not, https. */
export const sessionCookieName = (isHttps: boolean): string =>
  `${isHttps ? '__Secure-' : ''}${cookiePrefix}.session_token`
