import type { EgoNode } from '#app/charts/ego-geometry.ts'
import { egoLayout } from '#app/charts/ego-geometry.ts'

const marks = { conflict: '✕', complement: '+', twin: '=' } as const

/** One strategy in the middle, those it is related to around it. */
export function EgoChart({ title, around }: { title: string; around: readonly EgoNode[] }) {
  const { width, height, ego, nodes } = egoLayout(title, around)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture; a fieldset cannot stand there
    <svg
      className="ego"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`${title} and ${around.length} related strategies; the table below says the same.`}
    >
      {nodes.map(({ slug, kind, line }) => (
        <g key={slug} className={`edge edge-${kind}`}>
          <line {...line} />
          {kind === 'twin' ? <line className="edge-core" {...line} /> : null}
        </g>
      ))}
      {nodes.map(({ slug, kind, mark }) => (
        <g key={slug}>
          <circle className="edge-ground" cx={mark.x} cy={mark.y} r={9} />
          <text className={`edge-mark edge-mark-${kind}`} x={mark.x} y={mark.y + 5} textAnchor="middle">
            {marks[kind]}
          </text>
        </g>
      ))}
      <rect className="node-ego" x={ego.x} y={ego.y} width={ego.width} height={ego.height} rx={6} />
      <text className="node-ego-text" x={ego.x + ego.width / 2} y={ego.y + 27} textAnchor="middle">
        {ego.text}
      </text>
      {nodes.map((node) => (
        <a key={node.slug} href={`/map?s=${node.slug}`} aria-label={`${node.title}, ${node.kind}`}>
          <rect
            className={`node node-${node.kind}`}
            x={node.x + 1}
            y={node.y}
            width={node.width - 2}
            height={node.height}
            rx={6}
          />
          <text className="chart-label" x={node.x + 12} y={node.y + 21}>
            {node.text}
          </text>
          <title>{node.title}</title>
        </a>
      ))}
    </svg>
  )
}
