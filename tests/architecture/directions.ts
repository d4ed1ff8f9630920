import type { Import } from './imports.ts'
import { layerOf } from './imports.ts'

interface LayerRule {
  values: readonly string[]
  types: readonly string[]
  never: readonly RegExp[]
}

const node = /^node:/
const framework = /^@remix-run\//
const interfaceLibraries = /^(?:react|react-dom|lexical|@lexical\/.+)$/
const databases = /^(?:drizzle-orm|better-sqlite3)$/
const documents = /^(?:yjs|y-protocols|y-websocket|lib0)$/
const sockets = /^ws$/

/** Who may import whom. Values flow domain → collab, db → server; pages take values from domain and collab alone. */
export const layers: Record<string, LayerRule> = {
  domain: {
    values: ['domain'],
    types: ['domain'],
    never: [node, framework, interfaceLibraries, databases, documents, sockets, /^express$/, /^pino$/, /^zod$/],
  },
  collab: {
    values: ['collab', 'domain'],
    types: ['collab', 'domain'],
    never: [node, framework, interfaceLibraries, databases, sockets, /^express$/],
  },
  db: {
    values: ['db', 'domain'],
    types: ['db', 'domain'],
    never: [framework, interfaceLibraries, documents, sockets, /^express$/],
  },
  server: {
    values: ['server', 'db', 'collab', 'domain'],
    types: ['server', 'db', 'collab', 'domain'],
    never: [interfaceLibraries],
  },
  app: {
    values: ['app', 'collab', 'domain'],
    types: ['app', 'collab', 'domain', 'server'],
    never: [node, databases, sockets, /^express$/, /^@remix-run\/express$/],
  },
}

/** Server files that may know the framework by value; elsewhere on the server only its types. */
const frameworkOnServer = 'server/http/'

/** What is wrong with an import, in a sentence that says what to do, or null. */
export function directionProblem(one: Import): string | null {
  const layer = layerOf(one.from)
  const rule = layers[layer]
  if (!rule) return null
  if (one.inside) return insideProblem(one, layer, rule)
  const never = rule.never.some((pattern) => pattern.test(one.to))
  if (never) return `${one.from}: ${layer}/ must not load ${one.to}`
  if (one.to === 'remix') return `${one.from}: import from @remix-run/*, never from remix itself`
  const known = layer !== 'server' || one.from.startsWith(frameworkOnServer) || one.typeOnly
  if (framework.test(one.to) && !known) {
    return `${one.from}: on the server only ${frameworkOnServer} may load ${one.to}`
  }
  return null
}

function insideProblem(one: Import, layer: string, rule: LayerRule): string | null {
  const target = layerOf(one.to)
  const assets = layer === 'app' && /\.(?:css|woff2|svg)$/.test(one.to)
  if (!assets && !(one.typeOnly ? rule.types : rule.values).includes(target)) {
    return rule.types.includes(target)
      ? `${one.from}: ${layer}/ may import only types from ${target}/ (${one.specifier}): write import type`
      : `${one.from}: ${layer}/ may not import from ${target}/ (${one.specifier})`
  }
  if (layer !== 'app' && one.specifier.startsWith('#')) {
    return `${one.from}: write ${one.specifier} as a relative path; only app/ and tests/ resolve #`
  }
  return null
}

/** Files that import each other in a circle by value, each as a chain; types are erased and may. */
export function cyclesIn(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, inside, typeOnly } of imports) {
    if (inside && !typeOnly) next.set(from, [...(next.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (file: string, chain: readonly string[]): void => {
    const start = chain.indexOf(file)
    if (start !== -1) {
      cycles.push([...chain.slice(start), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const target of next.get(file) ?? []) walk(target, [...chain, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return cycles
}
