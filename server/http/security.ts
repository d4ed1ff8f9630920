import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

/** Headers for every answer, errors and files included. The nonce is fresh for each one. */
export function securityHeaders(mode: string): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.cspNonce = nonce
    // In development Vite serves modules and styles of its own, without nonces.
    const dev = mode === 'development'
    response.setHeader(
      'Content-Security-Policy',
      [
        "default-src 'none'",
        `script-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
        `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
        // Lexical and React set element styles through the CSSOM, which no directive governs; attributes stay refused.
        "img-src 'self' data: blob:",
        "font-src 'self'",
        `connect-src 'self' ${dev ? 'ws:' : socketOrigin(request)}`,
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
      ].join('; '),
    )
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
    if (request.secure) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    next()
  }
}

function socketOrigin(request: { secure: boolean; headers: { host?: string | undefined } }): string {
  const host = request.headers.host ?? ''
  return /^[\w.:[\]-]+$/.test(host) ? `${request.secure ? 'wss' : 'ws'}://${host}` : ''
}
