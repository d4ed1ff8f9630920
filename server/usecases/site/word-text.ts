import { findSiteText, putSiteText, readSiteText } from '../../../db/queries/site-texts.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { SiteTextKey } from '../../../domain/site/texts.ts'
import { siteTextKeys, siteTextRules } from '../../../domain/site/texts.ts'
import { checkLine, checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'

/**
 * Words a text of the site ([Y44], [Y45]).
 *
 * @param input.seen when the text that was on the screen was worded; empty for the usual one.
 * @throws AppError `bad-input` (text), `conflict` where another changed it meanwhile, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function wordText(
  deps: Deps,
  viewer: Viewer | null,
  input: { key: string; text: string; seen: string },
): Promise<{ key: SiteTextKey }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  const at = deps.now()
  return deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'site.change', null)) throw new AppError('not-allowed', 'Only an admin words the texts of the site.')
    const { key, text } = checkedSiteText(input)
    const known = await findSiteText(q, key)
    if (input.seen !== String(known?.updatedAt ?? '')) {
      throw new AppError(
        'conflict',
        'Another admin changed this text since you opened it. Read theirs, then save again.',
      )
    }
    if (text === (await readSiteText(q, key))) return { key }
    // Two changes within a millisecond are still two.
    const updatedAt = Math.max(at, (known?.updatedAt ?? 0) + 1)
    await putSiteText(q, { key, text, by: by.actorId, at: updatedAt })
    await recordEvent(deps, q, {
      type: 'site.text-changed',
      subject: `site/${key}`,
      payload: { key, by: by.actorId },
      leaf: { text },
    })
    return { key }
  })
}

/** A text as it would be kept. @throws AppError `bad-input` (text), `not-found`. */
export function checkedSiteText(input: { key: string; text: string }): { key: SiteTextKey; text: string } {
  const key = siteTextKeys.find((one) => one === input.key)
  if (!key) throw new AppError('not-found', 'The site has no such text.')
  const { limit, line, optional } = siteTextRules[key]
  const check = line ? checkLine : checkText
  return { key, text: check(input.text, { field: 'text', label: 'the text', limit, optional }) }
}
