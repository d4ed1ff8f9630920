import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '../../server/deps.ts'
import { runDueJobs } from '../../server/jobs/run-due-jobs.ts'

export interface SentMail {
  file: string
  raw: string
  headers: string
  to: string
  subject: string
  text: string
  html: string
}

/** Sends what is due and reads everything that was written into the outbox, oldest first. */
export async function sentMails(deps: Deps): Promise<SentMail[]> {
  await runDueJobs(deps, 'mail')
  const folder = join(deps.env.dataDir, 'outbox')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((file) => readMail(file, readFileSync(join(folder, file), 'utf8')))
}

function readMail(file: string, raw: string): SentMail {
  const [headers = ''] = raw.split('\r\n\r\n')
  const unfolded = headers.replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => decodeWords(new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '')
  return {
    file,
    raw,
    headers: unfolded,
    to: header('To'),
    subject: header('Subject'),
    text: partOf(raw, 'text/plain'),
    html: partOf(raw, 'text/html'),
  }
}

function partOf(raw: string, type: string): string {
  const start = raw.indexOf(`Content-Type: ${type}`)
  if (start < 0) return ''
  const [head = '', ...rest] = raw.slice(start).split('\r\n\r\n')
  const body = rest.join('\r\n\r\n').split('\r\n----_NmP-')[0] ?? ''
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return /quoted-printable/i.test(head) ? unquoted(body.replace(/=\r\n/g, '')) : body.replace(/\r\n/g, '\n')
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/\r\n/g, '\n')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodeWords(line: string): string {
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replace(/_/g, ' ')),
    )
}
