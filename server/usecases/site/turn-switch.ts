import { isSwitchedOn, putSwitch } from '../../../db/queries/site-texts.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { siteSwitches } from '../../../domain/site/texts.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'

/**
 * Turns a switch of the site ([Y41], [Y46]). One that stands so already stays as it is.
 *
 * @param input.on `yes` or `no`.
 * @throws AppError `bad-input` (on), `not-found`, `not-allowed`, `signed-out`.
 */
export async function turnSwitch(deps: Deps, viewer: Viewer | null, input: { key: string; on: string }): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  const at = deps.now()
  const turned = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'site.change', null))
      throw new AppError('not-allowed', 'Only an admin turns the switches of the site.')
    const key = siteSwitches.find((one) => one === input.key)
    if (!key) throw new AppError('not-found', 'The site has no such switch.')
    if (input.on !== 'yes' && input.on !== 'no') throw new AppError('bad-input', 'Turn it on or off.', 'on')
    const on = input.on === 'yes'
    if (on === (await isSwitchedOn(q, key))) return null
    await putSwitch(q, { key, on, by: by.actorId, at })
    await recordEvent(deps, q, { type: 'site.switched', subject: `site/${key}`, payload: { key, on, by: by.actorId } })
    return key
  })
  // Whoever writes at this moment is asked again.
  if (turned === 'read-only') deps.collab.reauthorise({})
}
