import { authoredFields, authoredSections } from '../../collab/authored-content.ts'
import { listPeople } from '../../db/queries/history.ts'
import type { Store } from '../../db/store.ts'
import { countCharacters } from '../../domain/history/shares.ts'
import type { Written } from '../../domain/publishing/authors.ts'
import { historiesOf } from './histories.ts'
import type { Log } from './replay.ts'

/**
 * Everybody who changed a draft's document up to a row of its log, and how much of the text at that row is theirs.
 * It replays the log, so call it before a transaction, never in one.
 */
export async function writtenAt(store: Store, log: Log, seq: number): Promise<Written[]> {
  const { counted, took } = await historiesOf(store).read(
    log,
    ({ attribution, sessions }) => ({
      counted: countCharacters(authoredSections(attribution), authoredFields(attribution)),
      took: sessions.people(),
    }),
    seq,
  )
  const ids = new Set([...counted.keys(), ...took].filter((id) => id !== null))
  const people = await listPeople(store.read, [...ids])
  return [...ids].map((actorId) => ({
    actorId,
    name: people.get(actorId)?.name ?? '',
    characters: counted.get(actorId) ?? 0,
  }))
}
