/** Says that what stands here was overtaken while somebody looked at it, and shows what there is now on a press. */
export function MovedOn({ what, show }: { what: string; show: () => void }) {
  return (
    <div className="notice notice-warn" role="status">
      <p>
        <strong>{what}</strong> What stands here is how it was when you began to look.
      </p>
      <button type="button" className="button button-small" onClick={show}>
        Show it as it is now
      </button>
    </div>
  )
}
