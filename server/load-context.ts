import type { Viewer } from '../domain/access/viewer.ts'
import type { Services } from './services.ts'

/** The only way by which services reach pages. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    services: Services
    viewer: Viewer | null
    cspNonce: string
  }
}
