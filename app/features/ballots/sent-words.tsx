/** What somebody wrote in a form that has gone from the page: theirs to copy, for nobody else has it. */
export function SentWords({ words }: { words: string | undefined }) {
  if (!words) return null
  return (
    <div className="card">
      <p className="ui muted">You wrote, and it was not sent on:</p>
      <p className="as-written">{words}</p>
    </div>
  )
}
