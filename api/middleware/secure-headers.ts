// Response headers that keep browsers strict. Static files get the same policy from web/public/_headers.
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './app-env.ts'

/** Nothing from other hosts, no inline script, no framing. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** Strict headers on every answer; HSTS only where the public address is https. */
export const secured = (isHttps: boolean): MiddlewareHandler<AppEnv> =>
  secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: isHttps ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    xXssProtection: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
