import * as Y from 'yjs'
import { readContent } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import { lastLogged, listDocSnapshots } from '../../db/queries/doc-log.ts'
import type { Store } from '../../db/store.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { Moment } from '../../domain/history/moment.ts'
import { momentAddress } from '../../domain/history/moment.ts'
import type { Log } from './replay.ts'
import { forEachRow, Replay } from './replay.ts'

/** Replayed documents and texts of moments kept in memory, latest used last. */
const replaysKept = 12
const textsKept = 60

/**
 * Reads drafts' histories. What was replayed is kept, so that asking again replays only what is new; one log is
 * replayed at a time, however many ask.
 */
export class Histories {
  private readonly store: Store
  private readonly replays = new Map<string, Replay>()
  private readonly texts = new Map<string, EntryContent>()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(store: Store) {
    this.store = store
  }

  /**
   * Replays a log up to its end, or to one row, and reads from it.
   *
   * @param use runs at once and keeps nothing of what it is given.
   */
  read<T>(log: Log, use: (replay: Replay) => T, upTo?: number): Promise<T> {
    return this.inTurn(async () => {
      const q = this.store.read
      const end = upTo ?? (await lastLogged(q, log))
      const kept = this.replays.get(log.draftId)
      const fits = kept && kept.log.generation === log.generation && kept.attribution.seq <= end
      const replay = fits ? kept : new Replay(log)
      try {
        await replay.advance(q, end)
      } catch (error) {
        this.replays.delete(log.draftId)
        throw error
      }
      // A look back must not throw away what is further on.
      if (fits || !kept || kept.log.generation !== log.generation) keep(this.replays, log.draftId, replay, replaysKept)
      return use(replay)
    })
  }

  /** The text of a draft at a moment (history SPEC [H7]). */
  textAt(log: Log, moment: Moment): Promise<EntryContent> {
    const key = `${log.draftId}/${momentAddress(moment)}`
    return this.inTurn(async () => {
      const kept = this.texts.get(key)
      if (kept) return kept
      const q = this.store.read
      const at = { ...log, generation: moment.generation }
      const doc = quietDocument()
      try {
        const [state] = await listDocSnapshots(q, at, { limit: 1, upTo: moment.seq })
        if (state) Y.applyUpdate(doc, state.bytes)
        await forEachRow(q, at, { after: state?.seq ?? 0, upTo: moment.seq }, ({ bytes }) => Y.applyUpdate(doc, bytes))
        const content = readContent(doc, log.kind)
        keep(this.texts, key, content, textsKept)
        return content
      } finally {
        doc.destroy()
      }
    })
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work)
    this.turn = result.catch(() => undefined)
    return result
  }
}

function keep<T>(cache: Map<string, T>, key: string, value: T, most: number): void {
  cache.delete(key)
  cache.set(key, value)
  for (const oldest of cache.keys()) {
    if (cache.size <= most) break
    cache.delete(oldest)
  }
}

const byStore = new WeakMap<Store, Histories>()

/** The histories of a database's drafts. */
export function historiesOf(store: Store): Histories {
  const known = byStore.get(store)
  if (known) return known
  const made = new Histories(store)
  byStore.set(store, made)
  return made
}
