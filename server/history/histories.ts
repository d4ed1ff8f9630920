import * as Y from 'yjs'
import { readContent } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import { lastLogged, listDocSnapshots } from '../../db/queries/doc-log.ts'
import type { Store } from '../../db/store.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { Moment } from '../../domain/history/moment.ts'
import { momentAddress } from '../../domain/history/moment.ts'
import type { Session } from '../../domain/history/sessions.ts'
import { BareSessions } from './bare-sessions.ts'
import type { Log } from './replay.ts'
import { forEachRow, Replay } from './replay.ts'

/** Replayed documents and texts of moments kept in memory, latest used last. */
const replaysKept = 12
const textsKept = 60
const sessionsKept = 60

/**
 * Reads drafts' histories. What was replayed is kept, so that asking again replays only what is new; one log is
 * replayed at a time, however many ask.
 */
export class Histories {
  private readonly store: Store
  private readonly replays = new Map<string, Replay>()
  private readonly texts = new Map<string, EntryContent>()
  private readonly bare = new Map<string, BareSessions>()
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

  /**
   * The sessions of a draft's log, oldest first, with what they changed if that is known within a patience; a long log
   * that was never replayed goes on being replayed behind.
   *
   * @param patience milliseconds.
   * @returns also the number of the log's last row, and whether what was changed is still being counted.
   */
  async sessions(log: Log, patience: number): Promise<{ sessions: Session[]; lastSeq: number; counting: boolean }> {
    const { draftId, generation } = log
    const kept = this.bare.get(draftId)
    const bare = kept?.key.generation === generation ? kept : new BareSessions({ draftId, generation })
    keep(this.bare, draftId, bare, sessionsKept)
    const sessions = await bare.read(this.store.read)
    const { lastSeq } = bare
    const replayed = this.read(log, (replay) => replay.sessions.all())
    const told = await within(patience, replayed)
    return { sessions: told ?? sessions, lastSeq, counting: told === null }
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

/** What a promise gives, or null where that takes longer; a failure that comes later is nobody's any more. */
async function within<T>(patience: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  promise.catch(() => undefined)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
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
