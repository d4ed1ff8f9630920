import { execFileSync } from 'node:child_process'
import type { Site } from '../site.ts'

/** One entry of each kind, with its first section: what the tests that compare versions revise. */
const revised = [
  { kind: 'strategy', entry: 'pause', path: '/strategies/pause', section: 'mechanism' },
  { kind: 'concept', entry: 'open-source-agi', path: '/concepts/open-source-agi', section: 'body' },
  { kind: 'person', entry: 'andrew-ng', path: '/people/andrew-ng', section: 'body' },
  { kind: 'scenario', entry: 'eval-abandonment', path: '/scenarios/eval-abandonment', section: 'description' },
  {
    kind: 'source',
    entry: 'open-source-ai-must-win-news',
    path: '/sources/open-source-ai-must-win-news',
    section: 'summary',
  },
] as const

/** Addresses of the entries that `publishRevisions` gave a second version. */
export const revisedPaths = revised.map(({ path }) => path)

/** Brings one entry of each kind to version 2 over the API, each with a ballot of one. */
export async function publishRevisions({ url, dataDir }: Site): Promise<void> {
  const arguments_ = ['server/cli/index.ts', 'token', '--user', 'moderator@demo.invalid']
  const env = { ...process.env, DATA_DIR: dataDir }
  const token = execFileSync('node_modules/.bin/tsx', arguments_, { env, encoding: 'utf8' }).trim()
  async function post(path: string, body: unknown): Promise<Record<string, string>> {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  for (const { kind, entry, section } of revised) {
    const draft = await post('/drafts', { kind, entry })
    await post(`/drafts/${draft.id}/sections/${section}`, { markdown: 'Said in **other** words.' })
    const ballot = await post('/ballots', {
      draft: draft.id,
      rule: 'simple-majority',
      parameters: {},
      quorum: 1,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      electorate: ['moderator@demo.invalid'],
      names: 'shown',
    })
    await post(`/ballots/${ballot.id}/votes`, { choice: 'agree' })
    await post(`/ballots/${ballot.id}/close`, { reason: 'All have voted.' })
    await post(`/drafts/${draft.id}/publish`, { note: 'Other words.' })
  }
}
