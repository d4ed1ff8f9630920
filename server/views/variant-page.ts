import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { variantOf } from '../usecases/versions/variant-of.ts'
import { comparison } from './comparison.ts'

export interface VariantPage {
  draft: { id: string; title: string }
  entry: { title: string; path: string }
  /** Names that are taken. */
  variants: { n: number; name: string }[]
  /** Why it cannot be kept, in words; null where it can. */
  fault: string | null
  /** How the text that was voted on differs from the current one; null where one of them is missing. */
  comparison: Comparison | null
}

/**
 * What a moderator sees before a text that was not adopted is kept as a minority variant.
 *
 * @throws AppError `signed-out`, `not-allowed`, `not-found`.
 */
export async function variantPage(deps: Deps, viewer: Viewer | null, draftId: string): Promise<VariantPage> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'moderation.read', null)) throw new AppError('not-allowed', 'Only a moderator keeps a variant.')
  const q = deps.store.read
  const { draft } = await readableDraft(q, viewer, draftId)
  const { entry, snapshot, current, variants, fault } = await variantOf(q, draft)
  return {
    draft: { id: draft.id, title: snapshot?.content.title ?? draft.title },
    entry: { title: entry.title, path: `/${kindPath[entry.kind]}/${entry.slug}` },
    variants: variants.map(({ n, name }) => ({ n, name })),
    fault,
    comparison: snapshot && current ? await comparison(deps, current.content, snapshot.content) : null,
  }
}
