import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import type { Card } from '../pictures/card-svg.ts'
import { atlasName } from './citation.ts'
import { opening } from './feed.ts'
import { pullWords } from './pull-words.ts'
import { published, readableAtlas } from './readable-atlas.ts'

/**
 * What the picture of an entry says, and the name of what it was made from.
 *
 * @throws AppError `not-found`, `gone`.
 */
export async function entryCard(
  deps: Deps,
  viewer: Viewer | null,
  { kind, id }: { kind: EntryKind; id: string },
): Promise<{ card: Card; version: number; state: string }> {
  const index = await readableAtlas(deps, viewer)
  const { title, content, n, publishedAt, hash } = published(index, kind, id)
  const lever = index.vocabulary.levers.find((one) => one.id === textField(content, 'lever'))
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(publishedAt)
  const card: Card = {
    atlas: atlasName,
    kind: kinds[kind].label,
    title,
    text: opening(content) || textField(content, 'role'),
    place: lever ? `${lever.name}: ${pullWords(lever, textField(content, 'pull')).toLowerCase()}` : '',
    line: `Version ${n}, ${date}`,
  }
  return { card, version: n, state: `${hash} ${index.revision}` }
}
