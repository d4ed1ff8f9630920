import { findDraftFor } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { redactCandidates } from '../../../db/queries/redact-candidates.ts'
import { redactArgument, redactEntryTitle, redactSnapshots, redactSuggestions } from '../../../db/queries/redaction.ts'
import { redactWithheld } from '../../../db/queries/withheld.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { sectionDef } from '../../../domain/entries/kinds.ts'
import type { Redaction } from '../../../domain/entries/redact.ts'
import { redactContent, redactText, says } from '../../../domain/entries/redact.ts'
import { redactPart, redactTyped } from '../../../domain/suggestions/redact.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { scrubStore } from '../../scrub-store.ts'
import { redactAnchors } from './redact-anchors.ts'

export interface RedactDraft {
  draftId: string
  /** The exact words, whatever their case; or name a section. */
  words?: string | undefined
  section?: string | undefined
  reason?: string | undefined
}

/**
 * Removes words, or a section, from a draft for good, for law or safety (collab SPEC [G5]): from its document and its
 * log, its frozen texts, what is proposed for it, and, for words, what was argued about it. The document begins anew under the next generation;
 * its history before is gone. Published versions are not touched, nor copies of the database made before.
 *
 * @throws AppError `bad-input` (words, section, reason), `not-found`, `not-allowed`, `signed-out`, `conflict`, `unavailable`.
 */
export async function redactDraft(
  deps: Deps,
  viewer: Viewer | null,
  input: RedactDraft,
): Promise<{ generation: number; snapshots: number }> {
  const { draftId } = input
  const found = await findDraftFor(deps.store.read, draftId, viewer?.actorId ?? null)
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  if (!found || !can(viewer, 'draft.read', found.thing)) throw new AppError('not-found', 'There is no such draft.')
  if (!can(viewer, 'draft.redact', found.thing)) {
    throw new AppError('not-allowed', 'Only a moderator may remove text for good.')
  }
  if (found.draft.state === 'ballot-open') {
    throw new AppError('conflict', 'A ballot about this text is open. Close it first; then the text can be removed.')
  }
  const { redaction, reason } = readInput(input, (id) => sectionDef(found.draft.kind, id) !== undefined)
  const { entryId } = found.draft
  let changed: Awaited<ReturnType<typeof redactSnapshots>> = []
  let clean: EntryContent | undefined
  const { generation } = await deps.collab.replaceDocument(
    draftId,
    viewer.actorId,
    ({ content }) => {
      clean = redactContent(content, redaction)
      return clean
    },
    async (q, next) => {
      if (clean) await redactAnchors(q, draftId, clean, redaction)
      changed = await redactSnapshots(q, draftId, deps.now(), (content) => redactContent(content, redaction))
      await redactSuggestions(
        q,
        draftId,
        deps.now(),
        (place, part) => redactPart(found.draft.kind, place, part, redaction),
        'words' in redaction ? (text) => redactText(text, redaction.words) : null,
      )
      await redactCandidates(q, draftId, deps.now(), (place, typed) =>
        redactTyped(found.draft.kind, place, typed, redaction),
      )
      if ('words' in redaction) {
        const { words } = redaction
        await redactEntryTitle(q, entryId, (text) => redactText(text, words))
        await redactArgument(q, draftId, {
          redact: (text) => redactText(text, words),
          says: (text) => says(text, words),
        })
        await redactWithheld(q, draftId, (text) => redactText(text, words))
      }
      const texts = changed.filter(({ parts }) => parts !== null)
      const what = 'words' in redaction ? { what: 'words' } : { what: 'section', section: redaction.section }
      await recordEvent(deps, q, {
        type: 'draft.redacted',
        subject: `draft/${draftId}`,
        payload: { draftId, entryId, actorId: viewer.actorId, generation: next, texts, ...what },
        leaf: { reason },
      })
      // Titles of its threads and quotes of their words stand on the page of the entry.
      await touchEntry(q, entryId)
    },
  )
  deps.live.publish([
    { topic: `draft/${draftId}`, type: 'draft.redacted', id: draftId },
    { topic: `entry/${entryId}`, type: 'draft.redacted', id: entryId },
  ])
  await scrubStore(deps)
  return { generation, snapshots: changed.length }
}

function readInput(input: RedactDraft, isSection: (id: string) => boolean): { redaction: Redaction; reason: string } {
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const { section } = input
  if (section !== undefined && section !== '') {
    if (!isSection(section)) throw new AppError('bad-input', 'This draft has no such section.', 'section')
    return { redaction: { section }, reason }
  }
  const words = checkText(input.words, { field: 'words', label: 'the words to remove', limit: 'fieldText' }).trim()
  if (words.length < 3) throw new AppError('bad-input', 'Name at least three characters.', 'words')
  if (says(reason, words)) throw new AppError('bad-input', 'Give the reason without the words themselves.', 'reason')
  return { redaction: { words }, reason }
}
