import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'

/**
 * The worker that opens drafts without a network (`public/sw.js`). The build's version is written into it, so that
 * every release brings a new worker, which lets go of the files of the one before.
 */
export function serviceWorker(clientFolder: string, version: string): RequestHandler {
  const script = readFileSync(join(clientFolder, 'sw.js'), 'utf8').replace('__BUILD__', version.replace(/[^\w-]/g, ''))
  return (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.type('text/javascript').send(script)
  }
}
