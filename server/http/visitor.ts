import type { Request } from 'express'
import type { Visitor } from '../accounts/start-session.ts'
import type { Env } from '../env.ts'

/** Where a request comes from. Behind a proxy the address is the one it reports, if `TRUST_PROXY` says so. */
export function visitorOf(request: Request, env: Env, sessionId: string | null): Visitor {
  return {
    sessionId,
    address: request.ip ?? '',
    device: deviceName(request.headers['user-agent'] ?? ''),
    secure: request.secure || env.publicUrl?.startsWith('https:') === true,
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
