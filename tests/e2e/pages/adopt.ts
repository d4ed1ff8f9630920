import { execFileSync } from 'node:child_process'
import type { Site } from '../site.ts'

export type Post = (path: string, body: unknown) => Promise<Record<string, string>>

/** Sends to the API as the demo's moderator. */
export function moderatorPost({ url, dataDir }: Site): Post {
  const arguments_ = ['server/cli/index.ts', 'token', '--user', 'moderator@demo.invalid']
  const env = { ...process.env, DATA_DIR: dataDir }
  const token = execFileSync('node_modules/.bin/tsx', arguments_, { env, encoding: 'utf8' }).trim()
  return async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
}

/** Has a ballot of one adopt a draft, and publishes it. */
export async function adopt(post: Post, draft: string | undefined): Promise<void> {
  const ballot = await post('/ballots', {
    draft,
    rule: 'simple-majority',
    parameters: {},
    quorum: 1,
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    electorate: ['moderator@demo.invalid'],
    names: 'shown',
  })
  await post(`/ballots/${ballot.id}/votes`, { choice: 'agree' })
  await post(`/ballots/${ballot.id}/close`, { reason: 'All have voted.' })
  await post(`/drafts/${draft}/publish`, { note: 'Other words.' })
}
