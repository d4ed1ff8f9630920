import type { Viewer } from '../domain/access/viewer.ts'
import type { Visitor } from './accounts/start-session.ts'
import type { Services } from './services.ts'

/** The only way by which services reach pages. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    services: Services
    viewer: Viewer | null
    /** Where the request comes from; only signing in and out and the account page need it. */
    visitor: Visitor
    cspNonce: string
    /** Logs an error of our own making. */
    report: (error: unknown) => void
  }
}
