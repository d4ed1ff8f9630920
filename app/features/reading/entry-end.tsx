import { ThreadList } from '#app/features/threads/thread-list.tsx'
import { keyed } from '#app/features/versions/words.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import { Panel } from './panel.tsx'

/** What stands at the end of every entry: objections that outlived the vote, and the threads everybody may read. */
export function EntryEnd({ frame }: { frame: EntryFrame }) {
  const { minorityNotes, deliberation } = frame
  return (
    <>
      {minorityNotes.length > 0 ? (
        <Panel
          id="minority-notes"
          title="Minority notes"
          count={minorityNotes.length}
          why="Objections that were not met travel with the version they were made to, in the words of those who made them."
        >
          {keyed(minorityNotes.map((text) => ({ text }))).map(({ key, text }) => (
            <blockquote key={key}>{text}</blockquote>
          ))}
        </Panel>
      ) : null}
      {deliberation.threads.length > 0 ? (
        <Panel id="threads" title="Argued here" count={deliberation.threads.length}>
          <ThreadList threads={deliberation.threads} />
        </Panel>
      ) : null}
    </>
  )
}
