import type { PlacedNode } from '#app/charts/argument-geometry.ts'
import { argumentLayout } from '#app/charts/argument-geometry.ts'
import { cut } from '#app/charts/cut.ts'
import { contributionTypeGlyphs, contributionTypeLabels, contributionTypePlurals } from '#domain/threads/words.ts'
import type { MapView } from '#server/views/overview-map.ts'

interface ArgumentChartProps {
  thread: { id: string; title: string }
  map: MapView
}

type Line = MapView['groups'][number]['roots'][number]['line']
interface Node extends Line {
  /** Answers that are not drawn. */
  more: number
}

/** An argument as a picture: the claim, what is for it and what is against it, and the rest below; each box is a link. */
export function ArgumentChart({ thread, map }: ArgumentChartProps) {
  const { width, height, claim, trunk, heads, nodes, links } = argumentLayout<Node>(
    thread.title,
    map.groups.map(({ type, more, roots }) => ({
      type,
      title: contributionTypePlurals[type],
      more,
      roots: roots.map(({ line, answers, more }) => ({
        node: { ...line, more },
        answers: answers.map((answer) => ({ ...answer, more: answer.answers })),
      })),
    })),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture; a fieldset cannot stand there
    <svg
      className="argument"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`The argument about “${thread.title}”: ${nodes.length} contributions; the table says the same.`}
    >
      <path className="argument-trunk" d={`M${trunk.x} ${trunk.from}V${trunk.to}`} />
      {links.map(({ key, type, d }) => (
        <path key={key} className={`argument-link argument-link-${type}`} d={d} />
      ))}
      <rect className="node-ego" x={claim.x} y={claim.y} width={claim.width} height={claim.height} rx={6} />
      {claim.lines.map((text, i) => (
        <text
          key={text}
          className="node-ego-text"
          x={claim.x + claim.width / 2}
          y={claim.y + 25 + i * 18}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {heads.map(({ type, text, x, y }) => (
        <text key={type} className="argument-head" x={x} y={y}>
          {text}
        </text>
      ))}
      {nodes.map((placed) => (
        <Box key={placed.node.id} threadId={thread.id} placed={placed} />
      ))}
    </svg>
  )
}

function Box({ threadId, placed }: { threadId: string; placed: PlacedNode<Node> }) {
  const { node, type, isAnswer, x, y, width, height, lines } = placed
  const notes = notesOf(node)
  const side = isAnswer ? 'answer' : type
  const who = `${contributionTypeGlyphs[node.type]} ${contributionTypeLabels[node.type]}, ${node.author}`
  const room = Math.floor((width - 24) / 6.7) - (notes === '' ? 0 : notes.length + 1)
  return (
    <a
      href={`/threads/${threadId}?at=${node.id}#c-${node.id}`}
      aria-label={[`${contributionTypeLabels[node.type]} by ${node.author}`, node.text, notes]
        .filter(Boolean)
        .join('. ')}
    >
      <rect
        className={`node argument-${side}${node.crux ? ' argument-crux' : ''}`}
        x={x + 1}
        y={y}
        width={width - 2}
        height={height}
        rx={6}
      />
      <text className="chart-note" x={x + 12} y={y + 20}>
        {cut(who, Math.max(12, room))}
      </text>
      {notes === '' ? null : (
        <text className="argument-notes" x={x + width - 12} y={y + 20} textAnchor="end">
          {notes}
        </text>
      )}
      {lines.map((text, i) => (
        <text key={text} className="chart-label" x={x + 12} y={y + 39 + i * 18}>
          {text}
        </text>
      ))}
      <title>{node.text}</title>
    </a>
  )
}

/** What else there is to know of a contribution, in few words. */
function notesOf({ crux, minds, more }: Node): string {
  return [
    crux ? 'crux' : '',
    minds > 0 ? (minds === 1 ? '1 mind changed' : `${minds} minds changed`) : '',
    more > 0 ? `+${more} ${more === 1 ? 'answer' : 'answers'}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
