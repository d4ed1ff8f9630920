import type { Request } from 'express'
import type { Env } from '../../env.ts'

/** Scheme and host of this site as others reach it, without a slash at the end: as set, else as asked. */
export function originOf(env: Env, request: Request): string {
  if (env.publicUrl) return env.publicUrl.replace(/\/+$/, '')
  const host = request.headers.host ?? ''
  return `${request.secure ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`
}
