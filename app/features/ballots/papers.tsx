import { paperWords } from '#app/features/ballots/paper-words.ts'
import { showReceipt } from '#domain/ballots/receipt.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

type Paper = NonNullable<BallotPage['known']>['papers'][number]

/** Every paper of a closed ballot, by receipt. */
export function Papers({ papers, page }: { papers: readonly Paper[]; page: BallotPage }) {
  const { names } = page
  const counted = papers.filter(({ choice }) => choice !== null).length
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">
        Papers <span className="count">{counted} counted</span>
      </h2>
      {papers.length === 0 ? <p className="muted">Nobody voted.</p> : null}
      {papers.length > 0 ? (
        <table className="table papers-table">
          <thead>
            <tr>
              <th scope="col">Receipt</th>
              <th scope="col">Choice</th>
              {names === 'shown' ? <th scope="col">Name</th> : null}
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {papers.map((paper) => (
              <tr key={paper.receipt} id={`paper-${paper.receipt}`}>
                <td>
                  <code>{showReceipt(paper.receipt)}</code>
                </td>
                {paper.choice === null ? (
                  <td colSpan={names === 'shown' ? 3 : 2} className="muted">
                    {paper.standing === 'stale'
                      ? 'Stale: the text was changed after it was cast; not counted'
                      : 'Replaced by a newer paper; not counted'}
                  </td>
                ) : (
                  <>
                    <td>
                      {paperWords(page, { choice: paper.choice, marks: paper.marks })}
                      {paper.standing === 'reaffirmed' ? <span className="muted"> · re-affirmed</span> : null}
                    </td>
                    {names === 'shown' ? <td>{paper.name ?? <span className="muted">Seen by members</span>}</td> : null}
                    <td className="as-written">{paper.reason}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
