import { listSaidSince } from '../../db/queries/last-reads.ts'
import type { ThreadRow } from '../../db/queries/threads.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import { hashJson } from '../../domain/record/hash.ts'
import { changedParts } from '../../domain/reviews/review.ts'
import { partLabel } from '../../domain/threads/place.ts'
import type { Deps } from '../deps.ts'
import { noteRead } from '../usecases/inbox/note-read.ts'

/** What is new to a reader since they were here before. */
export interface SinceRead {
  at: number
  lines: { text: string; href: string }[]
}

const none = (at: number, lines: SinceRead['lines']): SinceRead | null => (lines.length > 0 ? { at, lines } : null)

const contributions = (n: number) => (n === 1 ? '1 new contribution' : `${n} new contributions`)

/** In a thread: what others added, and whether its header or state changed. */
export async function threadSince(deps: Deps, viewer: Viewer | null, thread: ThreadRow): Promise<SinceRead | null> {
  const { id: threadId, header, state } = thread
  const seen = { header: hashJson(header), state }
  const since = await noteRead(deps, viewer, { thing: `thread/${threadId}`, seen })
  if (!viewer || !since) return null
  const said = await listSaidSince(deps.store.read, { threadId }, { since: since.at, notBy: viewer.actorId })
  const [first] = said
  const lines = first ? [{ text: contributions(said.length), href: `?at=${first.id}#c-${first.id}` }] : []
  if (since.seen && since.seen.header !== seen.header)
    lines.push({ text: 'its header changed', href: '#hearing-title' })
  if (since.seen && since.seen.state !== state) {
    lines.push({
      text: state === 'resolved' ? 'it was resolved' : 'it was reopened',
      href: state === 'resolved' ? '#outcome' : '#contribute',
    })
  }
  return none(since.at, lines)
}

/** In a draft: what others argued, and which parts of the text changed. */
export async function draftSince(
  deps: Deps,
  viewer: Viewer | null,
  { id: draftId, kind, content }: { id: string; kind: EntryKind; content: EntryContent },
): Promise<SinceRead | null> {
  if (!viewer) return null
  const seen = partHashes(content)
  const since = await noteRead(deps, viewer, { thing: `draft/${draftId}`, seen })
  if (!since) return null
  const said = await listSaidSince(deps.store.read, { draftId }, { since: since.at, notBy: viewer.actorId })
  return none(since.at, [
    ...saidLines(said, `/drafts/${draftId}/threads`),
    ...changedLines(kind, since.seen, seen, (part) =>
      part?.startsWith('section/') ? `#section-${part.slice('section/'.length)}` : `/drafts/${draftId}/history`,
    ),
  ])
}

/** On an entry: what others argued, whether there is another version, and which parts it changed. */
export async function entrySince(
  deps: Deps,
  viewer: Viewer | null,
  {
    entryId,
    kind,
    n,
    content,
    path,
  }: { entryId: string; kind: EntryKind; n: number; content: EntryContent; path: string },
): Promise<SinceRead | null> {
  if (!viewer) return null
  const seen = { ...partHashes(content), version: String(n) }
  const since = await noteRead(deps, viewer, { thing: `entry/${entryId}`, seen })
  if (!since) return null
  const said = await listSaidSince(deps.store.read, { entryId }, { since: since.at, notBy: viewer.actorId })
  const { version: before, ...parts } = since.seen ?? {}
  const isOther = before !== undefined && before !== seen.version
  const compare = `${path}/compare/${before}...${n}`
  return none(since.at, [
    ...(isOther ? [{ text: `version ${n}`, href: compare }] : []),
    ...(isOther ? changedLines(kind, parts, partHashes(content), () => compare) : []),
    ...saidLines(said, '#threads'),
  ])
}

/** Leads to the first of them where they stand in one thread, else to all threads. */
function saidLines(said: readonly { id: string; threadId: string }[], all: string): SinceRead['lines'] {
  const [first] = said
  if (!first) return []
  const inOne = said.every(({ threadId }) => threadId === first.threadId)
  const href = inOne ? `/threads/${first.threadId}?at=${first.id}#c-${first.id}` : all
  return [{ text: contributions(said.length), href }]
}

/** Parts that are named; of more the number is said. */
const mostParts = 4

function changedLines(
  kind: EntryKind,
  before: Record<string, string> | null,
  now: Record<string, string>,
  hrefOf: (part: string | null) => string,
): SinceRead['lines'] {
  const changed = before ? changedParts(before, now) : []
  if (changed.length > mostParts) return [{ text: `${changed.length} parts changed`, href: hrefOf(null) }]
  return changed.map((part) => ({ text: `${partLabel(kind, part)} changed`, href: hrefOf(part) }))
}
