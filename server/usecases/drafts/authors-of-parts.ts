import { authoredFields, authoredSections } from '../../../collab/authored-content.ts'
import { parseFieldKey } from '../../../collab/doc-shape.ts'
import { listPeople } from '../../../db/queries/history.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { countCharacters } from '../../../domain/history/shares.ts'
import type { Deps } from '../../deps.ts'
import { historiesOf } from '../../history/histories.ts'
import type { Log } from '../../history/replay.ts'

/**
 * Whose words stand in these parts of a draft at a row of its log, most first (forks SPEC [K13]). Words that it began
 * with are nobody's. It replays the log, so call it before a transaction, never in one.
 */
export async function authorsOfParts(
  { store }: Deps,
  log: Log,
  seq: number,
  parts: readonly string[],
): Promise<{ actorId: string; name: string }[]> {
  const counted = await historiesOf(store).read(
    log,
    ({ attribution }) =>
      countCharacters(
        authoredSections(attribution).filter(({ id }) => parts.includes(`section/${id}`)),
        authoredFields(attribution).filter(({ key }) => parts.includes(partOfKey(log.kind, key) ?? '')),
      ),
    seq,
  )
  const wrote = [...counted].filter((one): one is [string, number] => one[0] !== null && one[1] > 0)
  const people = await listPeople(
    store.read,
    wrote.map(([actorId]) => actorId),
  )
  return wrote
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([actorId]) => ({ actorId, name: people.get(actorId)?.name ?? '' }))
}

/** The part ([K6]) to which a key of the fields map belongs; null for a key that the kind does not have. */
function partOfKey(kind: EntryKind, key: string): string | null {
  const known = parseFieldKey(kind, key)
  if (!known) return null
  if (known.type === 'title') return 'title'
  return known.type === 'declaration' ? 'declarations' : `field/${known.field.id}`
}
