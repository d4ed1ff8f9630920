import type { Request } from 'express'
import { renewSession } from '../accounts/renew-session.ts'
import { stepCookies } from '../accounts/session-cookie.ts'
import type { Visitor } from '../accounts/start-session.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { readCookie, viewerOfCookie } from '../viewer.ts'

type SignedIn = Awaited<ReturnType<typeof viewerOfCookie>>

const known = new WeakMap<Request, Promise<SignedIn>>()

/** Who is asking, looked up once for each request; being used keeps the session alive. */
export function signedInOf(deps: Deps, request: Request): Promise<SignedIn> {
  const before = known.get(request)
  if (before) return before
  const now = viewerOfCookie(deps, request.headers).then(async (signedIn) => {
    if (signedIn) await renewSession(deps, signedIn, signedIn.viewer.role)
    return signedIn
  })
  known.set(request, now)
  return now
}

/** Where a request comes from. Behind a proxy the address is the one it reports, if `TRUST_PROXY` says so. */
export function visitorOf(request: Request, env: Env, sessionId: string | null): Visitor {
  const secure = request.secure || env.publicUrl?.startsWith('https:') === true
  return {
    sessionId,
    step: readCookie(request.headers.cookie, secure ? stepCookies.secure : stepCookies.plain) ?? null,
    address: request.ip ?? '',
    device: deviceName(request.headers['user-agent'] ?? ''),
    secure,
  }
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Browser and system in words, as in "Firefox on Linux"; the header itself is not kept. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Another program'
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  return system ? `${browser} on ${system}` : browser
}
