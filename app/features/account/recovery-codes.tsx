/** Recovery codes, shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="notice notice-ok" role="status">
      <p>
        <strong>Your recovery codes.</strong> Each gets you in once when you do not have your app. Print them or write
        them down now: they are not kept here and cannot be shown again.
      </p>
      <ul className="list-plain recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="token">{code}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
