import type { InboxPage } from '#server/views/inbox-page.ts'

/** What belongs on an empty part of the inbox, and where to go. */
export function InboxEmpty({ page: { tab, inReview, counts } }: { page: InboxPage }) {
  if (tab === 'watching') {
    return (
      <div className="empty">
        <p>No news. You hear of a thread or a draft from the moment you take part in it.</p>
      </div>
    )
  }
  if (tab === 'done') {
    return (
      <div className="empty">
        <p>Nothing yet. What you put away comes here, and what you answered.</p>
      </div>
    )
  }
  return (
    <div className="empty">
      <p>
        <strong>Nothing needs you.</strong>{' '}
        {inReview === null || inReview === 0 ? (
          <a href="/drafts">See what is being written →</a>
        ) : (
          <a href="/drafts">
            {inReview === 1 ? '1 draft is looking for reviewers →' : `${inReview} drafts are looking for reviewers →`}
          </a>
        )}
      </p>
      {counts.watching > 0 ? (
        <p>
          <a href="/inbox?tab=watching">
            {counts.watching === 1 ? 'There is news of 1 thing' : `There is news of ${counts.watching} things`} you take
            part in →
          </a>
        </p>
      ) : null}
    </div>
  )
}
