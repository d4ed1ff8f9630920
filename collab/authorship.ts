import type * as Y from 'yjs'
import type { Author, AuthoredRun, AuthoredText } from '../domain/history/returned.ts'
import { addRun } from '../domain/history/returned.ts'
import { seedClient } from './doc-shape.ts'

interface Exception {
  clock: number
  length: number
  by: Author
}

/**
 * Who wrote each piece of a document: the owner of the client id that inserted it, but for exceptions (words that
 * came back, history SPEC [H4]). Only exceptions are stored.
 */
export class Authorship {
  private readonly exceptions = new Map<number, Exception[]>()
  private readonly firstSender = new Map<number, string>()
  private readonly owners: ReadonlyMap<number, string>

  /** @param owners who owns which client id; for others the sender of their first change stands in. */
  constructor(owners: ReadonlyMap<number, string>) {
    this.owners = owners
  }

  /** Somebody sent the first change of a client id. */
  sent(client: number, actorId: string): void {
    if (!this.firstSender.has(client)) this.firstSender.set(client, actorId)
  }

  ownerOf(client: number): Author {
    if (client === seedClient) return null
    return this.owners.get(client) ?? this.firstSender.get(client) ?? null
  }

  /** Notes other authors for a stretch; stretches of one client are given in order. */
  except(client: number, clock: number, runs: readonly AuthoredRun[]): void {
    const owner = this.ownerOf(client)
    let at = clock
    for (const { length, by } of runs) {
      if (by !== owner) {
        const list = this.exceptions.get(client)
        if (list) list.push({ clock: at, length, by })
        else this.exceptions.set(client, [{ clock: at, length, by }])
      }
      at += length
    }
  }

  authorsOf(client: number, clock: number, length: number): AuthoredRun[] {
    const owner = this.ownerOf(client)
    const list = this.exceptions.get(client)
    const runs: AuthoredRun[] = []
    if (!list) return [{ length, by: owner }]
    const end = clock + length
    let at = clock
    for (let i = firstAfter(list, clock); at < end; i += 1) {
      const next = list[i]
      if (!next || next.clock >= end) break
      addRun(runs, next.clock - at, owner)
      const from = Math.max(at, next.clock)
      const to = Math.min(end, next.clock + next.length)
      addRun(runs, to - from, next.by)
      at = to
    }
    addRun(runs, end - at, owner)
    return runs
  }

  /** The text of one item with its authors. */
  textOf(item: Y.Item): AuthoredText {
    return {
      text: (item.content as Y.ContentString).str,
      runs: this.authorsOf(item.id.client, item.id.clock, item.length),
    }
  }
}

/** The first exception that does not end before a clock. */
function firstAfter(list: readonly Exception[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { clock: from, length } = list[middle] as Exception
    if (from + length <= clock) low = middle + 1
    else high = middle
  }
  return low
}
