import { CopyButton } from '#app/components/copy-button.tsx'
import type { CitedEdition } from '#domain/citing/cite-edition.ts'
import { citeEditionPlain } from '#domain/citing/cite-edition.ts'

/** How an edition is cited, as a line and as files. */
export function CiteEdition({ cited }: { cited: CitedEdition }) {
  const line = citeEditionPlain(cited)
  const path = `/editions/${cited.name}`
  return (
    <section className="card take-away">
      <h2>Cite this edition</h2>
      <p className="muted version-cite">{line}</p>
      <CopyButton text={line} what="the citation" className="button button-small" />
      <p className="card-links no-print">
        <a href={`${path}.bib`}>BibTeX</a> <a href={`${path}.ris`}>RIS</a> <a href={`${path}.csl`}>CSL</a>
      </p>
      <p className="muted">An entry by itself is cited by its version, to which its name here leads.</p>
    </section>
  )
}
