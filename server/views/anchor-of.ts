import type { AnchorRow } from '../../db/queries/anchors.ts'
import { listAnchorsOfThread } from '../../db/queries/anchors.ts'
import type { Q } from '../../db/store.ts'
import { wordsAnchor } from '../../domain/anchors/address.ts'

/** The words that a thread is about, and where they stand now. */
export interface ThreadAnchor {
  quote: string
  /** The text the thread was opened on, and the current version where that is another. */
  texts: { name: string; placed: boolean; href: string }[]
}

/** @returns null for a thread that is about no words. */
export async function anchorOf(
  q: Q,
  thread: { id: string; draftId: string | null; version: number | null },
  entry: { href: string | null; currentVersion: number | null },
): Promise<ThreadAnchor | null> {
  const rows = await listAnchorsOfThread(q, thread.id)
  const first = rows.find(({ version }) => version === (thread.draftId === null ? thread.version : 0))
  if (!first) return null
  const current = rows.find((row) => row !== first && row.version === entry.currentVersion)
  const words = `#${wordsAnchor(thread.id)}`
  const text = ({ state, version }: AnchorRow) => ({
    placed: state === 'placed',
    ...(version === 0
      ? { name: 'the draft', href: `/drafts/${thread.draftId}${words}` }
      : version === entry.currentVersion
        ? { name: 'the current version', href: `${entry.href}${words}` }
        : { name: `version ${version}`, href: `${entry.href}/v/${version}${words}` }),
  })
  return { quote: first.quote, texts: [text(first), ...(current ? [text(current)] : [])] }
}
