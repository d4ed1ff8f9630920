import type { Deps } from '../deps.ts'

// biome-ignore lint/suspicious/noExplicitAny: the only way to say "any function that takes Deps first"
type TakesDeps = (deps: Deps, ...args: any[]) => unknown

type Bound<T> = {
  [K in keyof T]: T[K] extends (deps: Deps, ...args: infer Args) => infer Result ? (...args: Args) => Result : never
}

/** Gives every use case and view its dependencies once, so that callers name only what the act is about. */
export function bind<T extends Record<string, TakesDeps>>(deps: Deps, functions: T): Bound<T> {
  const bound = Object.entries(functions).map(([name, fn]) => [name, (...args: unknown[]) => fn(deps, ...args)])
  return Object.fromEntries(bound) as Bound<T>
}
