import type { MailRow } from '../../db/queries/mails.ts'
import { beginMail, findMail, findMailbox, noteMail } from '../../db/queries/mails.ts'
import { readSiteText } from '../../db/queries/site-texts.ts'
import { headerLine, isOneAddress } from '../../domain/mail/headers.ts'
import type { Deps } from '../deps.ts'
import { composers } from '../mail/composers.ts'
import type { Outgoing } from '../mail/deliver.ts'
import { deliver, NotSent } from '../mail/deliver.ts'
import { GivenUp } from './given-up.ts'

/** What is taken away once a mail is sent or given up ([M4]). */
const wordless = { subject: null, text: null, html: null, address: null }

/**
 * Sends one mail, at most once (mail SPEC [M2]–[M5]).
 *
 * @throws NotSent to be tried again, GivenUp when it may have gone already or was refused for good.
 */
export async function sendMail(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const mail = await findMail(deps.store.read, String(payload.mailId))
  if (!mail || mail.sentAt !== null || mail.endedAt !== null) return
  if (deps.now() > mail.worthUntil) return end(deps, mail)
  if (mail.sendingAt !== null) throw new GivenUp('Its sending was interrupted: it may have gone.')
  const outgoing = await written(deps, mail)
  if (!(await deps.store.tx((q) => beginMail(q, mail, deps.now())))) return
  // One that has nothing to say looks like one that went: the table must not say who had voted already.
  if (!outgoing) return sent(deps, mail)
  try {
    await deliver(deps.env, outgoing)
  } catch (error) {
    await failed(deps, mail, error)
  }
  await sent(deps, mail)
}

async function sent(deps: Deps, { id }: MailRow): Promise<void> {
  await deps.store.tx((q) => noteMail(q, id, { ...wordless, sentAt: deps.now(), error: null }))
}

async function failed(deps: Deps, { id }: MailRow, error: unknown): Promise<never> {
  const standing = error instanceof NotSent ? error.standing : 'unknown'
  const message = error instanceof Error ? error.message : 'unknown'
  // The mark stays where it may have gone.
  const change = standing === 'again' ? { sendingAt: null } : standing === 'never' ? wordless : {}
  await deps.store.tx((q) =>
    noteMail(q, id, { ...change, error: message, ...(standing === 'never' && { endedAt: deps.now() }) }),
  )
  if (standing === 'again') throw error
  throw new GivenUp(message)
}

async function end(deps: Deps, { id }: MailRow): Promise<void> {
  const error = 'It was not worth sending any more.'
  await deps.store.tx((q) => noteMail(q, id, { ...wordless, endedAt: deps.now(), error }))
}

/** The mail as it leaves now; null where there is nobody to send it to, or nothing to say any more. */
async function written(deps: Deps, mail: MailRow): Promise<Outgoing | null> {
  const q = deps.store.read
  const { id, kind, createdAt, actorId, headers } = mail
  const box =
    actorId === null ? { name: '', email: mail.address ?? '', suspended: false } : await findMailbox(q, actorId)
  if (!box || !isOneAddress(box.email)) return null
  const to = { name: headerLine(box.name), address: box.email }
  const site = headerLine(await readSiteText(q, 'site-name'))
  const { subject, text, html } = mail
  if (subject !== null && text !== null && html !== null) {
    return { id, kind, createdAt, site, to, subject, text, html, headers }
  }
  const compose = box.suspended ? undefined : composers[kind]
  const letter = compose ? await compose(deps, mail) : null
  return letter && { id, kind, createdAt, site, to, ...letter, subject: headerLine(letter.subject) }
}
