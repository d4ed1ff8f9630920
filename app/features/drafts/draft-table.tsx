import { Time } from '#app/components/time.tsx'
import { kinds } from '#domain/entries/kinds.ts'
import type { DraftCard } from '#server/views/drafts-list.ts'
import { DraftStateMark } from './draft-state.tsx'

/** Drafts with their state, latest change first; rows become cards on a narrow page. */
export function DraftTable({ drafts }: { drafts: DraftCard[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">State</th>
          <th scope="col">Owner</th>
          <th scope="col">Open threads</th>
          <th scope="col">Updated</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <th scope="row">
              <a href={`/drafts/${draft.id}`}>{draft.title || 'Untitled draft'}</a>
              <span className="table-note">
                {draft.baseVersion === null
                  ? `New ${kinds[draft.kind].label.toLowerCase()}`
                  : `${kinds[draft.kind].label}, from version ${draft.baseVersion}`}
              </span>
              {draft.table ? <span className="table-note">{draft.table}</span> : null}
              {draft.forkOf ? (
                <span className="table-note">
                  A fork of <a href={`/drafts/${draft.forkOf.id}`}>{draft.forkOf.title || 'Untitled draft'}</a>
                </span>
              ) : null}
              {draft.others > 0 ? (
                <span className="table-note">
                  <a href={`/drafts/${draft.id}#forks`}>
                    {draft.others === 1 ? 'Another draft' : `${draft.others} other drafts`} of this entry
                  </a>
                </span>
              ) : null}
            </th>
            <td data-label="State">
              <DraftStateMark state={draft.state} />
            </td>
            <td data-label="Owner">{draft.owner}</td>
            <td data-label="Open threads">{draft.openThreads}</td>
            <td data-label="Updated">
              <Time at={draft.updatedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
