/** "3 new contributions, show": says politely that there is more, and waits. */
export function NewItems({
  count,
  one,
  many,
  onShow,
}: {
  count: number
  one: string
  many: string
  onShow: () => void
}) {
  return (
    <div className="new-items" role="status">
      {count > 0 ? (
        <button type="button" className="button button-primary" onClick={onShow}>
          {count} new {count === 1 ? one : many}, show
        </button>
      ) : null}
    </div>
  )
}
