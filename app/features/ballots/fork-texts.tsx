import { Comparison } from '#app/features/versions/comparison.tsx'
import { ContentView } from '#app/features/versions/content-view.tsx'
import { shortHash } from '#domain/record/hash.ts'
import type { ForkText } from '#server/views/fork-ballot.ts'

/** The texts that stand in a ballot between forks: what each changes, and the whole of it. */
export function ForkTexts({ texts }: { texts: readonly ForkText[] }) {
  if (texts.length === 0) return null
  return (
    <section aria-labelledby="texts" className="frozen-text">
      <h2 id="texts">The texts, as they were frozen</h2>
      {texts.map((one) => (
        <details key={one.label} className="fork-text">
          <summary>
            {one.label} {one.text ? <span className="count">text {shortHash(one.text.contentHash)}</span> : null}
          </summary>
          {one.href ? (
            <p className="ui">
              <a href={one.href}>Its draft</a>
            </p>
          ) : null}
          {one.text ? <Text text={one.text} /> : <p className="muted">This text is open to members.</p>}
        </details>
      ))}
    </section>
  )
}

function Text({ text: { shown, comparison, baseVersion } }: { text: NonNullable<ForkText['text']> }) {
  return (
    <>
      {baseVersion === null ? null : (
        <>
          <p className="why">What it changes against version {baseVersion}. Everything else stays as it is.</p>
          <Comparison comparison={comparison} />
        </>
      )}
      <details open={baseVersion === null}>
        <summary>Read the whole text</summary>
        <p className="lede">{shown.title}</p>
        <ContentView shown={shown} level="h3" />
      </details>
    </>
  )
}
