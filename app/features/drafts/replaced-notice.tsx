interface ReplacedNoticeProps {
  draftId: string
  onDismiss: () => void
}

/** The draft has another document now; what it was is gone from this device too. */
export function ReplacedNotice({ draftId, onDismiss }: ReplacedNoticeProps) {
  return (
    <div className="notice notice-warn away-notice" role="status">
      <p>
        <strong>The text of this draft was replaced.</strong> Words were removed from it for good, or it was repaired or
        restored. The copy on this device was deleted, and nothing of it was mixed in.{' '}
        <a href={`/drafts/${draftId}/history`}>The history says what happened.</a>
      </p>
      <button type="button" className="button button-small" onClick={onDismiss}>
        Close
      </button>
    </div>
  )
}
