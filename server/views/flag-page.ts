import { findFlag, findOpenCase } from '../../db/queries/moderation.ts'
import { readSiteText } from '../../db/queries/site-texts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { ThingKind } from '../../domain/moderation/words.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { flaggable } from '../usecases/moderation/flag-thing.ts'

export interface FlagPage {
  thing: string
  kind: ThingKind
  title: string
  href: string
  text: string
  policy: string
  /** This person has flagged it, and nobody has decided that yet. */
  flagged: boolean
}

/**
 * What somebody is about to flag.
 *
 * @throws AppError `conflict` for one's own and what is hidden, `gone`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function flagPage(deps: Deps, viewer: Viewer | null, thing: string): Promise<FlagPage> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to tell the moderators.')
  const q = deps.store.read
  const found = await flaggable(q, viewer, thing)
  const { title, href, text, ref } = found
  const policy = await readSiteText(q, 'moderation-policy')
  const open = await findOpenCase(q, found.thing)
  const flagged = open !== undefined && (await findFlag(q, found.thing, viewer.actorId))?.caseId === open.id
  return { flagged, thing: found.thing, kind: ref.kind, title, href, text: excerpt(text, 600), policy }
}
