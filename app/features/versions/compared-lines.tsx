import type { Line } from '#domain/compare/lines.ts'
import { keyed, Words } from './words.tsx'

/** Paragraphs of a comparison; runs of unchanged ones fold. */
export function ComparedLines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {keyed(folded(lines)).map(({ key, kept, lines: run }) =>
        kept && run.length > 1 ? (
          <details key={key} className="compared-fold">
            <summary>{run.length} unchanged paragraphs</summary>
            <Run lines={run} />
          </details>
        ) : (
          <Run key={key} lines={run} />
        ),
      )}
    </>
  )
}

function Run({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {keyed(lines).map((line) => (
        <p key={line.key} className={`compared-line compared-${line.state}`}>
          {line.state === 'moved-here' ? <span className="compared-moved">Moved here: </span> : null}
          {line.state === 'moved-away' ? <span className="compared-moved">Moved away: </span> : null}
          <Words parts={line.parts} />
        </p>
      ))}
    </>
  )
}

function folded(lines: readonly Line[]): { kept: boolean; lines: Line[] }[] {
  const runs: { kept: boolean; lines: Line[] }[] = []
  for (const line of lines) {
    const kept = line.state === 'kept'
    const last = runs.at(-1)
    if (last && last.kept === kept) last.lines.push(line)
    else runs.push({ kept, lines: [line] })
  }
  return runs
}
