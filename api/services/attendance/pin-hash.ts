// PINs are short, so they are salted and stretched (PBKDF2, RFC 8018), and tries are counted besides.

/** The most that a Worker's crypto takes. */
const iterations = 100_000

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

const stretch = async (pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<Uint8Array> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, 256),
  )
}

/** "pbkdf2-sha256$rounds$salt$hash". */
export const hashPin = async (pin: string): Promise<string> => {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return ['pbkdf2-sha256', iterations, toBase64(salt), toBase64(await stretch(pin, salt, iterations))].join('$')
}

/** Takes as long for nobody's PIN (null) as for a wrong one, so that the time tells nothing. */
export const isPin = async (pin: string, stored: string | null): Promise<boolean> => {
  const [, rounds = String(iterations), salt = '', hash = ''] = stored?.split('$') ?? []
  const found = await stretch(pin, fromBase64(salt), Number(rounds))
  const wanted = fromBase64(hash)
  let differs = stored === null || wanted.length !== found.length ? 1 : 0
  for (const [at, byte] of found.entries()) differs |= byte ^ (wanted[at] ?? 0)
  return differs === 0
}
