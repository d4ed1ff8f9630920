import { insertJobs } from '../../db/queries/jobs.ts'
import { insertMails } from '../../db/queries/mails.ts'
import type { Q } from '../../db/store.ts'
import { headerLine, isHeader, isOneAddress } from '../../domain/mail/headers.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'

export interface NewMail {
  /** One key is one mail, however often it is written. */
  key: string
  /** Who writes it, as in `reset`; mails that are written when they are sent are told apart by it. */
  kind: string
  /** An account, at the address that it has when the mail is sent; or an address that is none's yet. */
  to: { actorId: string } | { address: string }
  /** Subject and parts as `writeLetter` makes them; absent for what is written when it is sent. */
  letter?: { subject: string; text: string; html: string }
  headers?: Record<string, string>
  /** From what it is written when it is sent: ids and times. */
  about?: Record<string, unknown>
  /** For how long it is worth sending, in milliseconds; a link no longer than it holds. Three days where absent. */
  worth?: number
  /** When it is sent at the earliest; now where absent. */
  at?: number
}

/**
 * Writes down a mail, in the transaction of its act; a job sends it afterwards (mail SPEC [M1]–[M4]).
 *
 * @throws Error when an address or a header is none.
 */
export async function queueMail(deps: Pick<Deps, 'now' | 'newId'>, q: Q, mail: NewMail): Promise<void> {
  await queueMails(deps, q, [mail])
}

/** The same for many, with a few statements. */
export async function queueMails(deps: Pick<Deps, 'now' | 'newId'>, q: Q, all: readonly NewMail[]): Promise<void> {
  const now = deps.now()
  const rows = all.map(({ key, kind, to, letter, headers = {}, about = {}, worth = 3 * day, at = now }) => {
    const address = 'address' in to ? to.address : null
    if (address !== null && !isOneAddress(address)) throw new Error('a mail needs one address')
    for (const [name, value] of Object.entries(headers)) {
      if (!isHeader(name, value)) throw new Error(`the header ${name} of a mail is not one line`)
    }
    const words = letter
      ? { ...letter, subject: headerLine(letter.subject) }
      : { subject: null, text: null, html: null }
    const actorId = 'actorId' in to ? to.actorId : null
    return {
      id: deps.newId(),
      key,
      kind,
      actorId,
      address,
      ...words,
      headers,
      about,
      worthUntil: at + worth,
      createdAt: at,
    }
  })
  const added = new Set(await insertMails(q, rows))
  await insertJobs(
    q,
    rows
      .filter(({ id }) => added.has(id))
      .map(({ id, createdAt }) => ({
        id: deps.newId(),
        kind: 'send-mail',
        key: `mail/${id}`,
        payload: { mailId: id },
        dueAt: createdAt,
      })),
  )
}
