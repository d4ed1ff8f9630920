import { Time } from '#app/components/time.tsx'
import type { RecordPage } from '#server/views/record-page.ts'

/** The last checkpoint, and what a stranger needs to check everything alone. */
export function SignedHead({ signed }: { signed: RecordPage['signed'] }) {
  return (
    <section className="signed-head" aria-labelledby="check-yourself">
      <h2 id="check-yourself">Check it yourself</h2>
      {signed === null ? (
        <p>No head of this record was signed yet. The server signs it once it has run for a moment.</p>
      ) : (
        <>
          <p>
            Event {signed.seq} (<span className="code">{signed.shortHash}</span>) was signed <Time at={signed.at} />{' '}
            with the key <span className="code">{signed.key}</span>. Keep the line: if an event up to {signed.seq} is
            ever changed, it no longer fits.
          </p>
          <p className="kept-line code">{signed.line}</p>
          <p>
            Public key: <span className="code">{signed.publicKey}</span>
          </p>
        </>
      )}
      <ul className="record-files">
        <li>
          <a href="/record/bundle">Download the bundle</a>: every text, ballot and version that is public, with the
          whole record, in one file
        </li>
        <li>
          <a href="/record/checkpoints">Signed heads</a> as text, or as <a href="/record/checkpoints.json">JSON</a>
        </li>
      </ul>
    </section>
  )
}
