import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { answerRefusal } from './answer-refusal.ts'

/**
 * Stands before the framework, whose own check is skipped on `?_data=` requests. An unsafe method passes only when
 * the browser says it comes from this very origin; a missing or `null` Origin is refused. The bearer API never
 * reads cookies and is mounted before this gate.
 */
export function csrfGate(allowedOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
    if (isSameOrigin(request.headers, request.headers.host, allowedOrigin)) return next()
    answerRefusal(request, response, new AppError('cross-site', 'Open the page on this site and send it from there.'))
  }
}

/** True when Origin names this host (or the configured public origin) and Sec-Fetch-Site does not contradict it. */
export function isSameOrigin(
  headers: { origin?: string | undefined; 'sec-fetch-site'?: string | string[] | undefined },
  host: string | undefined,
  allowedOrigin: string | undefined,
): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (!headers.origin) return false
  if (allowedOrigin !== undefined && headers.origin === allowedOrigin) return true
  try {
    const origin = new URL(headers.origin)
    const web = origin.protocol === 'http:' || origin.protocol === 'https:'
    return web && origin.host === host && origin.origin === headers.origin
  } catch {
    return false
  }
}
