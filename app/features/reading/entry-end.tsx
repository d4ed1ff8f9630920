import { newThreadHref, ThreadList } from '#app/features/threads/thread-list.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import { Agreement } from './agreement.tsx'
import { LinksHere } from './links-here.tsx'
import { MinorityNotes, MinorityVariants } from './minority-notes.tsx'
import { Panel } from './panel.tsx'

/**
 * What stands at the end of every entry: objections that outlived the vote, what links to it, and the threads
 * everybody may read.
 */
export function EntryEnd({ frame }: { frame: EntryFrame }) {
  const { minorityNotes, deliberation, linksHere, place } = frame
  const { threads } = deliberation
  return (
    <>
      <MinorityNotes notes={minorityNotes} />
      <MinorityVariants path={frame.path} variants={frame.variants} />
      <Agreement path={frame.path} groups={frame.agreement} />
      <LinksHere groups={linksHere} />
      <Panel id="threads" title="Argued here" count={threads.length}>
        {threads.length > 0 ? (
          <ThreadList threads={threads} />
        ) : (
          <p className="nothing-yet">
            Nobody has argued about this entry yet.{' '}
            <a href={newThreadHref({ entry: place }, { place: 'entry', kind: 'general' })}>Open a thread</a>
          </p>
        )}
      </Panel>
    </>
  )
}
