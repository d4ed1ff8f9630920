import type { ReactNode } from 'react'
import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import type { RelatedPair } from '#domain/relations/relate-pairs.ts'

interface RelationTableProps {
  caption: string
  /** Heading of the column that says what is related. */
  first: string
  /** Rows: `RelationCells` after a first cell of their own. */
  children: ReactNode
}

/** Relations as a table, one row each. */
export function RelationTable({ caption, first, children }: RelationTableProps) {
  return (
    <table className="table cards-on-phone">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">Relation</th>
          <th scope="col">Mechanism</th>
          <th scope="col">Whose statement</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface RelationCellsProps {
  kind: RelatedPair['kind']
  mechanism: string
  /** What the mechanism means, in a few words. */
  gloss?: string
  /** Where the pair is explained. */
  href: string
  declared: string
  /** How many sides say why. */
  reasons: number
}

/** The cells of a row that say how the two are related and who says so. */
export function RelationCells({ kind, mechanism, gloss, href, declared, reasons }: RelationCellsProps) {
  return (
    <>
      <td>
        <RelationTag kind={kind} />
      </td>
      <td>
        <a href={href}>{mechanism}</a>
        {gloss ? <span className="muted">: {gloss}</span> : null}
      </td>
      <td>
        {declared}
        {reasons > 0 ? <span className="muted">, with reasons</span> : null}
      </td>
    </>
  )
}
