import { retryJob as retry } from '../../../db/queries/job-lists.ts'
import { findMail, noteMail } from '../../../db/queries/mails.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { composers } from '../../mail/composers.ts'
import { recordEvent } from '../../record/record-event.ts'

/**
 * Has a job that failed tried again at once. A mail that may have gone already is sent again by this alone (mail SPEC
 * [M2]).
 *
 * @throws AppError `conflict` where it is no job that failed, or a mail whose words are gone; `not-allowed`, `signed-out`.
 */
export async function retryJob(deps: Deps, viewer: Viewer | null, { jobId }: { jobId: string }): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to do this.')
  if (!can(viewer, 'admin.read', null)) throw new AppError('not-allowed', 'Only administrators have jobs tried again.')
  await deps.store.tx(async (q) => {
    const job = await retry(q, jobId)
    if (!job) throw new AppError('conflict', 'This job did not fail, or is being tried already.')
    if (job.kind === 'send-mail') await sendAgain(q, String(job.payload.mailId))
    await recordEvent(deps, q, {
      type: 'job.retried',
      subject: `job/${jobId}`,
      payload: { jobId, kind: job.kind, by: viewer.actorId },
    })
  })
}

async function sendAgain(q: Q, mailId: string): Promise<void> {
  const mail = await findMail(q, mailId)
  if (!mail || (mail.text === null && !composers[mail.kind])) {
    throw new AppError(
      'conflict',
      'The words of this mail are gone, as of every mail that was given up. It must be asked for again.',
    )
  }
  await noteMail(q, mailId, { sendingAt: null, endedAt: null })
}
