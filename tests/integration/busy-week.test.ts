import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { papers, sessions, users } from '../../db/schema.ts'
import type { Deps } from '../../server/deps.ts'
import { busyWeek } from '../../server/scenarios/busy-week.ts'
import { scenarioWorld } from '../../server/scenarios/scenario-world.ts'
import { WeekLedger } from '../../server/scenarios/week-ledger.ts'
import { weekPeople } from '../../server/scenarios/week-people.ts'
import { weekReport } from '../../server/scenarios/week-report.ts'
import { siteUrl } from '../../server/site-url.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import type { SentMail } from '../factories/sent-mails.ts'
import { sentMails } from '../factories/sent-mails.ts'

/** What must never stand in a mail: what signs somebody in, and addresses of others. */
async function secretsOf({ store }: Deps): Promise<string[]> {
  const accounts = await store.read.select({ hash: users.passwordHash }).from(users)
  const open = await store.read.select({ id: sessions.id }).from(sessions)
  const receipts = await store.read.select({ receipt: papers.receipt }).from(papers)
  return [
    ...accounts.map(({ hash }) => hash),
    ...open.map(({ id }) => id),
    ...receipts.map(({ receipt }) => receipt),
  ].filter((secret): secret is string => typeof secret === 'string' && secret !== '')
}

/** What is wrong with a mail about news: it has two parts that say the same, leads to this site alone, and ends with one click. */
function faultsOf({ file, text, html, headers, raw }: SentMail, site: string, secrets: readonly string[]): string[] {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
  const faults = [
    text.trim() === '' && 'has no part of plain text',
    (links.length < 3 || links.some((href) => href !== site && !href.startsWith(`${site}/`))) && 'leads elsewhere',
    links.some((href) => text !== '' && !text.includes(href.replaceAll('&amp;', '&'))) &&
      'has a link that is not in its plain text',
    !/^List-Unsubscribe: <[^>]+>$/m.test(headers) && 'cannot be unsubscribed from',
    secrets.some((secret) => raw.includes(secret) || text.includes(secret) || html.includes(secret)) &&
      'tells a secret',
  ]
  return faults.filter((fault) => fault !== false).map((fault) => `${file} ${fault}`)
}

test('after a busy week every inbox holds what it should and nothing else, and the moderation log explains every act', async () => {
  const world = await scenarioWorld(Date.UTC(2026, 10, 23, 9))
  try {
    const ledger = new WeekLedger()
    const people = await weekPeople(world)
    const decided = await busyWeek(world, people, ledger)
    const { faults } = await weekReport(world, people, ledger, decided)
    expect(faults).toEqual([])
    expect(Object.values(people).flat()).toHaveLength(40)
    // The comparison must be one that can fail: a contribution that the ledger does not know of is found.
    const [unheard] = ledger.said.splice(ledger.said.length - 1, 1)
    expect((await weekReport(world, people, ledger, decided)).faults.join(' ')).toMatch(/is asked|new contributions/)
    expect(unheard).toBeDefined()
    expect((await weekReport(world, people, ledger, [])).faults.join(' ')).toContain('the moderation log has')
    expect((await checkRecord(world.deps)).fault).toBeNull()
    const mails = await sentMails(world.deps)
    const kinds = new Set(mails.map(({ file }) => /-(digest|notice)-/.exec(file)?.[1]))
    expect([mails.length > 100, ...kinds].sort()).toEqual(['digest', 'notice', true])
    const secrets = await secretsOf(world.deps)
    expect(mails.flatMap((mail) => faultsOf(mail, siteUrl(world.deps.env), secrets))).toEqual([])
    const [mail] = mails
    if (!mail) throw new Error('no mail went out')
    const spoiled = {
      ...mail,
      text: '',
      html: `${mail.html}<a href="//elsewhere.example">x</a>${secrets[0]}`,
      headers: '',
    }
    expect(faultsOf(spoiled, siteUrl(world.deps.env), secrets)).toHaveLength(4)
  } finally {
    await world.close()
    rmSync(world.folder, { recursive: true, force: true })
  }
}, 240_000)
