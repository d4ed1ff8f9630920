import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

type Routes = ServerBuild['routes']

/**
 * The framework compares each address, twice, with all routes there are, and works out their order anew each time,
 * which takes longer than most pages. So each folder, the first segment of an address, has a handler of its own that
 * knows its routes and those that may stand anywhere.
 *
 * @param handle makes a handler of a build.
 */
export function pagesByFolder(build: ServerBuild, handle: (build: ServerBuild) => RequestHandler): RequestHandler {
  const anywhere = handle(buildOf(build, (id) => folderOf(build.routes, id) === null))
  const folders = new Set(Object.keys(build.routes).map((id) => folderOf(build.routes, id)))
  const handlers = new Map<string, RequestHandler>()
  for (const folder of folders) {
    if (folder === null) continue
    const belongs = (id: string) => [folder, null].includes(folderOf(build.routes, id))
    handlers.set(folder, handle(buildOf(build, belongs)))
  }
  const all = handle(build)
  return (request, response, next) => {
    const folder = request.path.split('/')[1] ?? ''
    const isPlain = /^[\w.-]*$/.test(folder)
    const handler = isPlain ? (handlers.get(folder.toLowerCase()) ?? anywhere) : all
    return handler(request, response, next)
  }
}

/** The folder in which a route stands, in small letters; null for one that has none or that may be any. */
function folderOf(routes: Routes, id: string): string | null {
  const path = pathOf(routes, id)
  const [first = ''] = path.split('/')
  return /^[\w.-]+$/.test(first) ? first.toLowerCase() : null
}

function pathOf(routes: Routes, id: string): string {
  const route = routes[id]
  const above = route?.parentId === undefined ? '' : pathOf(routes, route.parentId)
  return [above, route?.path ?? ''].filter((part) => part !== '').join('/')
}

function buildOf(build: ServerBuild, belongs: (id: string) => boolean): ServerBuild {
  const only = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => belongs(id))) as Record<string, T>
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
