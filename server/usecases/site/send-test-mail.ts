import { readSiteText } from '../../../db/queries/site-texts.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { writeLetter } from '../../mail/letter.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { siteUrl } from '../../site-url.ts'

/** One a minute, so that nobody floods a mailbox. Milliseconds. */
const every = 60_000

/**
 * Sends a mail to the administrator who asks, the same way as every other mail goes.
 *
 * @throws AppError `signed-out`, `not-allowed`.
 */
export async function sendTestMail(deps: Deps, viewer: Viewer | null): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  if (!can(viewer, 'admin.read', null)) throw new AppError('not-allowed', 'Only administrators send a test.')
  const url = siteUrl(deps.env)
  const letter = writeLetter({
    site: await readSiteText(deps.store.read, 'site-name'),
    url,
    blocks: [
      { type: 'text', text: 'This is the test that you asked for. If you read it in your mailbox, mail works.' },
      { type: 'button', label: 'Back to the check', href: `${url}/admin` },
    ],
    foot: [{ type: 'small', text: 'It was sent because an administrator pressed “Send me a test mail”.' }],
  })
  const key = `test/${viewer.actorId}/${Math.floor(deps.now() / every)}`
  await deps.store.tx((q) =>
    queueMail(deps, q, {
      key,
      kind: 'test',
      to: { actorId: viewer.actorId },
      letter: { subject: 'A test mail', ...letter },
    }),
  )
}
