import type { ReactNode } from 'react'
import { safeUrl } from '#domain/prose/safe-url.ts'
import type { Block, Inline, List, TextNode } from '#domain/prose/tree.ts'

/** Where `[[name]]` in running text leads, by slug. */
export type Links = Record<string, { title: string; href: string }>

/** Published prose as elements of our own; no HTML string exists on the way. */
export function Prose({ blocks, links = {} }: { blocks: readonly Block[]; links?: Links }) {
  return (
    <>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} links={links} />
      ))}
    </>
  )
}

function BlockView({ block, links }: { block: Block; links: Links }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.children, links)}</p>
    case 'heading':
      return block.level === 2 ? <h2>{inlines(block.children, links)}</h2> : <h3>{inlines(block.children, links)}</h3>
    case 'quote':
      return <blockquote>{inlines(block.children, links)}</blockquote>
    case 'list':
      return <ListView list={block} links={links} />
  }
}

function ListView({ list, links }: { list: List; links: Links }) {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item, i) => (
        <li key={i}>
          {inlines(item.children, links)}
          {item.list ? <ListView list={item.list} links={links} /> : null}
        </li>
      ))}
    </Tag>
  )
}

function inlines(nodes: readonly Inline[], links: Links): ReactNode[] {
  return nodes.map((node, i) => {
    if (node.type === 'break') return <br key={i} />
    if (node.type === 'text') return <Text key={i} node={node} links={links} />
    const url = safeUrl(node.url)
    const words = inlines(node.children, {})
    return url ? (
      <a key={i} href={url} rel="noopener noreferrer nofollow ugc">
        {words}
      </a>
    ) : (
      <span key={i}>{words}</span>
    )
  })
}

function Text({ node, links }: { node: TextNode; links: Links }) {
  let view: ReactNode = withReferences(node.text, links)
  for (const mark of node.marks ?? []) {
    if (mark === 'bold') view = <strong>{view}</strong>
    else if (mark === 'italic') view = <em>{view}</em>
    else if (mark === 'code') view = <code>{view}</code>
    else view = <s>{view}</s>
  }
  return <>{view}</>
}

/** Turns `[[slug]]` into a link to that entry where it exists, and leaves it as typed where it does not. */
function withReferences(text: string, links: Links): ReactNode {
  const parts = text.split(/\[\[([a-z0-9-]+)\]\]/)
  if (parts.length === 1) return text
  return parts.map((part, i) => {
    const target = i % 2 === 1 ? links[part] : undefined
    if (target) {
      return (
        <a key={i} href={target.href}>
          {target.title}
        </a>
      )
    }
    return i % 2 === 1 ? `[[${part}]]` : part
  })
}
