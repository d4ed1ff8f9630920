import { ThreadList } from '#app/features/threads/thread-list.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import { MinorityNotes } from './minority-notes.tsx'
import { Panel } from './panel.tsx'

/** What stands at the end of every entry: objections that outlived the vote, and the threads everybody may read. */
export function EntryEnd({ frame }: { frame: EntryFrame }) {
  const { minorityNotes, deliberation } = frame
  return (
    <>
      <MinorityNotes notes={minorityNotes} />
      {deliberation.threads.length > 0 ? (
        <Panel id="threads" title="Argued here" count={deliberation.threads.length}>
          <ThreadList threads={deliberation.threads} />
        </Panel>
      ) : null}
    </>
  )
}
