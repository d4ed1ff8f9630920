import type { Q, Store } from '../../db/store.ts'

const statements = new Set<PropertyKey>(['select', 'selectDistinct', 'insert', 'update', 'delete', '$count'])

export class Crash extends Error {}

/** A store whose transactions stop at their n-th statement, as a process that dies there would. */
export function failingStore(store: Store, n: number): Store {
  return {
    ...store,
    tx: (fn) => {
      let seen = 0
      return store.tx((q) =>
        fn(
          new Proxy(q, {
            get(target, name, receiver) {
              if (statements.has(name)) {
                seen += 1
                if (seen === n) throw new Crash(`stopped before statement ${n}`)
              }
              const member: unknown = Reflect.get(target, name, receiver)
              return typeof member === 'function' ? member.bind(target) : member
            },
          }) as Q,
        ),
      )
    },
  }
}
