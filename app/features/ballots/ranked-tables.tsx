import type { BallotOption, OptionsOutcome } from '#domain/ballots/ballot.ts'
import { quoted } from '#domain/ballots/options.ts'

interface RankedTablesProps {
  options: readonly BallotOption[]
  got: OptionsOutcome
}

/** How the options stand towards each other: every pair, and the strongest paths of what is ahead. */
export function RankedTables({ options, got: { pairs, paths, ahead } }: RankedTablesProps) {
  if (!pairs || !paths) return null
  return (
    <>
      <h3 id="pairs">Every pair</h3>
      <p className="why">How many papers prefer the option of the row to that of the column.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-scroll" aria-label="Papers by pair of options" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Preferred to</th>
              {options.map(({ id, label }, i) => (
                <th key={id} scope="col" className="number">
                  <abbr title={label}>{i + 1}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ id, label }, row) => (
              <tr key={id}>
                <th scope="row">
                  {row + 1}. {label}
                </th>
                {options.map((other, column) => (
                  <td key={other.id} className="number">
                    {row === column ? '–' : <Votes pairs={pairs} row={row} column={column} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>The strongest paths</h3>
      <p className="why">
        A path leads from one option to the next where more papers prefer the first to the second. It is as strong as
        its weakest step: the number of papers that prefer it there.
      </p>
      <ul className="paths">
        {options.flatMap(({ id }, from) =>
          ahead.includes(id)
            ? options.flatMap((other, to) =>
                from === to ? [] : [<li key={`${id} ${other.id}`}>{pathWords(options, paths, from, to)}</li>],
              )
            : [],
        )}
      </ul>
    </>
  )
}

function Votes({ pairs, row, column }: { pairs: number[][]; row: number; column: number }) {
  const [more, less] = [pairs[row]?.[column] ?? 0, pairs[column]?.[row] ?? 0]
  return more > less ? <strong>{more}</strong> : more
}

function pathWords(options: readonly BallotOption[], paths: number[][], from: number, to: number): string {
  const [there, back] = [paths[from]?.[to] ?? 0, paths[to]?.[from] ?? 0]
  const [one, other] = [quoted(options, options[from]?.id ?? ''), quoted(options, options[to]?.id ?? '')]
  const verb = there > back ? 'beats' : 'does not beat'
  const path = there === 0 ? 'there is no path from it' : `its strongest path has strength ${there}`
  return `${one} ${verb} ${other}: ${path}, and ${back === 0 ? 'there is no way back' : `the way back has ${back}`}.`
}
