import type { Site } from '../site.ts'
import { adopt, moderatorPost } from './adopt.ts'

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
export async function publishRevisions(site: Site): Promise<void> {
  const post = moderatorPost(site)
  for (const { kind, entry, section } of revised) {
    const draft = await post('/drafts', { kind, entry })
    await post(`/drafts/${draft.id}/sections/${section}`, { markdown: 'Said in **other** words.' })
    await adopt(post, draft.id)
  }
}
