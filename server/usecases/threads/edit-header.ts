import { updateThread } from '../../../db/queries/threads.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { headerFieldsOf, startsFromPresent, withHeaderField } from '../../../domain/threads/header.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface EditHeader {
  threadId: string
  field: string
  text: string
  /** The text the change started from; left out, the change is made whatever stands there. */
  was?: string | undefined
}

/**
 * Changes one field of a hearing's header; an empty text clears it.
 *
 * @throws AppError `bad-input` for an unknown field or a text too long, `conflict` when somebody else has changed
 * the field meanwhile ([T5]), `not-found`, `not-allowed`, `signed-out`.
 */
export async function editHeader(deps: Deps, viewer: Viewer | null, input: EditHeader): Promise<{ changed: boolean }> {
  const asking = signedIn(viewer)
  const written = checkText(input.text, { field: input.field, label: 'this', limit: 'headerField', optional: true })
  const text = written.trim() === '' ? '' : written
  const done = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    await refuseWithheld(q, `thread/${thread.id}`)
    const field = headerFieldsOf(thread.kind).find(({ id }) => id === input.field)
    if (!field) throw new AppError('bad-input', 'This thread has no such field in its header.', input.field)
    const present = thread.header[field.id] ?? ''
    if (present === text) return null
    // Browsers send line ends as CR LF; what is stored has LF.
    if (input.was !== undefined && !startsFromPresent(thread.header, field.id, input.was.replace(/\r\n?/g, '\n'))) {
      const now = present === '' ? 'It is empty now.' : `It now says: “${present}”`
      throw new AppError('conflict', `“${field.label}” was changed while you wrote. ${now}`, field.id)
    }
    await updateThread(q, thread.id, { header: withHeaderField(thread.header, field.id, text), updatedAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'thread.header-edited',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, field: field.id },
      leaf: { from: present, to: text },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  if (done) deps.live.publish(threadEvents(done, 'thread.header-edited'))
  return { changed: done !== null }
}
