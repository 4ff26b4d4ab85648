/**
 * The API key of a request, or null. Where one is sent, cookies count for nothing: another site's page cannot send this header
 * without being asked first, so what comes with it was not forged.
 */
export const bearerOf = (headers: Headers): string | null =>
  /^Bearer (\S{1,200})$/i.exec(headers.get('Authorization')?.trim() ?? '')?.[1] ?? null
