import { Pager } from '#app/features/reading/pager.tsx'
import { TypeMark } from '#app/features/threads/marks.tsx'
import { LineMarks } from '#app/features/threads/overview/line-marks.tsx'
import { candidateName } from '#domain/candidates/rules.ts'
import { contributionTypePlurals } from '#domain/threads/words.ts'
import type { OutlineNode, OutlineSection, OutlineView } from '#server/views/overview-outline.ts'

interface OutlineProps {
  threadId: string
  outline: OutlineView
}

/** An argument as nested lists: the candidates with what is said about them, then the rest by type. */
export function Outline({ threadId, outline: { sections, page, pages } }: OutlineProps) {
  const href = (n: number) => `/threads/${threadId}/overview${n > 1 ? `?page=${n}` : ''}`
  return (
    <>
      {sections.map((section) => (
        <Section key={section.type ?? `candidate-${section.candidate?.n}`} threadId={threadId} section={section} />
      ))}
      <Pager
        what="the outline"
        page={{
          page,
          pages,
          before: page > 1 ? href(page - 1) : null,
          after: page < pages ? href(page + 1) : null,
        }}
      />
    </>
  )
}

function Section({ threadId, section }: { threadId: string; section: OutlineSection }) {
  const { type, candidate, total, continued, nodes, left } = section
  const id = type ?? `candidate-${candidate?.n}`
  return (
    <section className="outline-section" aria-labelledby={`outline-${id}`}>
      <h2 id={`outline-${id}`}>
        {type ? contributionTypePlurals[type] : candidateName(candidate?.n ?? 0)}
        {continued ? ', continued' : ''}
        <span className="count">{total}</span>
      </h2>
      {candidate?.text ? (
        <p className="outline-candidate">
          <a href={`/threads/${threadId}#candidate-${candidate.n}`}>{candidate.text}</a>{' '}
          <span className="muted">
            {candidate.author}
            {candidate.state === 'standing' ? '' : `, ${candidate.state}`}
          </span>
        </p>
      ) : null}
      {nodes.length > 0 ? (
        <Nodes threadId={threadId} nodes={nodes} />
      ) : (
        <p className="muted ui">Nobody has given a reason about it yet.</p>
      )}
      {left > 0 ? (
        <p className="ui">
          <a href={`/threads/${threadId}?order=oldest`}>{left} more answers are in the thread</a>
        </p>
      ) : null}
    </section>
  )
}

function Nodes({ threadId, nodes }: { threadId: string; nodes: readonly OutlineNode[] }) {
  return (
    <ul className="outline">
      {nodes.map((node) => (
        <li key={node.id}>
          <Line threadId={threadId} node={node} />
          {node.children.length > 0 ? (
            <details open>
              <summary>
                {node.answers === 1 ? '1 answer' : `${node.answers} answers`}
                <span className="visually-hidden"> to {node.author}</span>
              </summary>
              <Nodes threadId={threadId} nodes={node.children} />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Line({ threadId, node }: { threadId: string; node: OutlineNode }) {
  return (
    <p className="outline-line">
      <TypeMark type={node.type} />{' '}
      <a href={`/threads/${threadId}?at=${node.id}#c-${node.id}`}>{node.deleted ? 'Deleted' : node.text}</a>{' '}
      <span className="outline-facts">
        {node.author}
        {node.inReplyTo ? `, in reply to ${node.inReplyTo}` : ''}
        <LineMarks line={node} />
      </span>
    </p>
  )
}
