import type { NotificationRow } from '../../db/queries/notifications.ts'
import { findContributions, listContributionsSince } from '../../db/queries/threads.ts'
import type { Q } from '../../db/store.ts'
import { kinds } from '../../domain/notifications/kinds.ts'
import type { Sight } from '../notifications/look.ts'
import type { Block } from './letter.ts'

/** Contributions of one thread that a mail quotes, and characters of each. */
const most = { contributions: 10, characters: 4_000 }

/**
 * What a mail says of one notification besides why it came: the text itself, as far as it is one. Its reader may see
 * the thing; who asks has looked ({@link Sight}).
 */
export async function wordsOf(q: Q, row: NotificationRow, { line }: Sight): Promise<Block[]> {
  if (kinds[row.kind].about !== 'contribution') return line === '' ? [] : [{ type: 'quote', text: line }]
  if (row.count <= 1) {
    const text = (await findContributions(q, [row.ref])).get(row.ref)?.text
    // What was deleted or is withheld has no words.
    return text ? [{ type: 'quote', text: shortened(text) }] : []
  }
  const all = await listContributionsSince(q, row.ref, most.contributions)
  return all.flatMap(({ author, text }): Block[] => [
    { type: 'small', text: `${author}:` },
    { type: 'quote', text: shortened(text) },
  ])
}

function shortened(text: string): string {
  if (text.length <= most.characters) return text
  return `${text.slice(0, most.characters).trimEnd()}… (more on the page)`
}
