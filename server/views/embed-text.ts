import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { opening } from './feed.ts'
import { published, readableAtlas } from './readable-atlas.ts'

const longest = 260

/** The first words of an entry, for a card elsewhere. @throws AppError `not-found`. */
export async function embedText(deps: Deps, viewer: Viewer | null, { kind, id }: { kind: EntryKind; id: string }) {
  const text = opening(published(await readableAtlas(deps, viewer), kind, id).content)
  return text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text
}
