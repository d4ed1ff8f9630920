import type { MailRow } from '../../db/queries/mails.ts'
import type { Deps } from '../deps.ts'
import { composeDigest } from './digest.ts'
import { composeNotice } from './notice.ts'

export interface Composed {
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/** Writes a mail at the moment when it is sent; null when there is nothing to say any more (mail SPEC [M4]). */
export type Compose = (deps: Deps, mail: MailRow) => Promise<Composed | null>

/** Who writes the mails that are written when they are sent, by kind. */
export const composers: Readonly<Record<string, Compose | undefined>> = {
  notice: composeNotice,
  digest: composeDigest,
}
