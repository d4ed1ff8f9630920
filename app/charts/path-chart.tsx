import { pathLayout } from '#app/charts/path-geometry.ts'
import type { PathPicture } from '#server/views/path-picture.ts'

/** Strategies in columns with an arrow for every edge; each name leads to its own place on the path. */
export function PathChart({ picture }: { picture: PathPicture }) {
  const { columns, edges, here } = picture
  const { width, height, heads, nodes, curves } = pathLayout(columns, edges)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture; a fieldset cannot stand there
    <svg
      className="path"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`${nodes.length} strategies and ${curves.length} edges between them; the table says the same.`}
    >
      <defs>
        <marker id="head" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path className="path-head" d="M0 0.5L7.5 4L0 7.5z" />
        </marker>
      </defs>
      {heads.map(({ title, x, y }) => (
        <text key={title} className="chart-note" x={x} y={y}>
          {title}
        </text>
      ))}
      {curves.map(({ from, to, rules, d }) => (
        <path
          key={`${from} ${to}`}
          className={rules.includes('link') ? 'path-edge' : 'path-edge path-edge-stage'}
          d={d}
          markerEnd="url(#head)"
        />
      ))}
      {nodes.map((node) => (
        <a key={node.slug} href={`/paths?from=${node.slug}`} aria-label={node.title}>
          <rect
            className={node.slug === here ? 'node-ego' : 'node'}
            x={node.x}
            y={node.y}
            width={node.width}
            height={node.height}
            rx={6}
          />
          <text
            className={node.slug === here ? 'path-here-text' : 'chart-label'}
            x={node.x + 12}
            y={node.y + node.height / 2 + 5}
          >
            {node.text}
          </text>
          <title>{node.title}</title>
        </a>
      ))}
    </svg>
  )
}
