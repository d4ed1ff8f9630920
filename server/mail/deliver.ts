import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Env } from '../env.ts'

/** A mail as it leaves. */
export interface Outgoing {
  id: string
  kind: string
  createdAt: number
  /** Name of the site, which sends it. */
  site: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/** Why a mail did not go. Its words name no address: they are logged and shown to admins. */
export class NotSent extends Error {
  /** `again`: it certainly did not go, and may later. `never`: it was refused for good. `unknown`: it may have gone. */
  readonly standing: 'again' | 'never' | 'unknown'

  constructor(standing: NotSent['standing'], message: string) {
    super(message)
    this.standing = standing
  }
}

/** How long the mail server may take for each step, in milliseconds: all of them less than the lease of a job. */
const patience = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Hands a mail to the mail server, or writes it into `DATA_DIR/outbox` where there is none.
 *
 * @throws NotSent
 */
export async function deliver(env: Env, mail: Outgoing): Promise<void> {
  const message = {
    from: { name: mail.site, address: env.mailFrom },
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers,
    // One mail has one id, so that a mailbox could tell a second copy.
    messageId: `<${mail.id}@${env.mailFrom.split('@')[1]}>`,
    date: new Date(mail.createdAt),
    // Nothing that a mail names is ever fetched or read from the disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  if (env.smtpUrl === undefined || mail.to.address.endsWith('.invalid')) {
    const { message: raw } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
    if (!Buffer.isBuffer(raw)) throw new NotSent('again', 'the mail could not be written')
    return intoFolder(env, mail, raw)
  }
  try {
    await createTransport({ url: env.smtpUrl, ...patience }).sendMail(message)
  } catch (error) {
    throw new NotSent(standingOf(error), wordsOf(error))
  }
}

/** One file for one mail: written a second time it is the same file. */
function intoFolder(env: Env, { id, kind, createdAt }: Outgoing, raw: Buffer): void {
  const folder = join(env.dataDir, 'outbox')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(createdAt).toISOString().replace(/[:.]/g, '-')
  const file = join(folder, `${stamp}-${kind}-${id}.eml`)
  writeFileSync(`${file}.part`, raw, { mode: 0o600 })
  renameSync(`${file}.part`, file)
}

interface SmtpError {
  code?: string
  responseCode?: number
  command?: string
  syscall?: string
  timeoutType?: string
}

const asSmtp = (error: unknown): SmtpError => (typeof error === 'object' && error !== null ? error : {})

/** What is known of a mail after this error. Only what certainly did not go is tried again by itself. */
function standingOf(error: unknown): NotSent['standing'] {
  const { code = '', responseCode, command = '', syscall, timeoutType } = asSmtp(error)
  if (responseCode !== undefined) {
    const aboutMail = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command)
    return responseCode >= 500 && aboutMail ? 'never' : 'again'
  }
  const neverReached = ['EDNS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'ECONFIG', 'EPROXY'].includes(code)
  const notConnected = syscall === 'connect' || syscall === 'getaddrinfo'
  const lateHello = timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT'
  return neverReached || notConnected || lateHello ? 'again' : 'unknown'
}

function wordsOf(error: unknown): string {
  const { code = 'error', responseCode, command } = asSmtp(error)
  const answer = responseCode === undefined ? '' : `, answer ${responseCode}`
  return `the mail server did not take the mail: ${code}${command ? ` at ${command}` : ''}${answer}`
}
