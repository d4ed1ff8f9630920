import type { ReactNode } from 'react'
import { safeUrl } from '#domain/prose/safe-url.ts'
import type { Block, Inline, List, TextNode } from '#domain/prose/tree.ts'

/** Where `[[name]]` in running text leads, by slug. */
export type Links = Record<string, { title: string; href: string }>

/** Puts something around the words of one text node, such as a mark of who wrote them. */
export type Around = (node: TextNode, words: ReactNode) => ReactNode

interface ProseContext {
  links: Links
  around?: Around | undefined
  /** Headings one level lower, for prose that stands under a heading of the page. */
  lower?: boolean
}

/** Published prose as elements of our own; no HTML string exists on the way. */
export function Prose({
  blocks,
  links = {},
  around,
  lower = false,
}: Partial<ProseContext> & { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} context={{ links, around, lower }} />
      ))}
    </>
  )
}

function BlockView({ block, context }: { block: Block; context: ProseContext }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.children, context)}</p>
    case 'heading':
      return <Heading level={block.level + (context.lower ? 1 : 0)}>{inlines(block.children, context)}</Heading>
    case 'quote':
      return <blockquote>{inlines(block.children, context)}</blockquote>
    case 'list':
      return <ListView list={block} context={context} />
  }
}

function Heading({ level, children }: { level: number; children: ReactNode }) {
  if (level === 2) return <h2>{children}</h2>
  return level === 3 ? <h3>{children}</h3> : <h4>{children}</h4>
}

function ListView({ list, context }: { list: List; context: ProseContext }) {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item, i) => (
        <li key={i}>
          {inlines(item.children, context)}
          {item.list ? <ListView list={item.list} context={context} /> : null}
        </li>
      ))}
    </Tag>
  )
}

function inlines(nodes: readonly Inline[], context: ProseContext): ReactNode[] {
  return nodes.map((node, i) => {
    if (node.type === 'break') return <br key={i} />
    if (node.type === 'text') return <Text key={i} node={node} context={context} />
    const url = safeUrl(node.url)
    const words = inlines(node.children, { ...context, links: {} })
    return url ? (
      <a key={i} href={url} rel="noopener noreferrer nofollow ugc">
        {words}
      </a>
    ) : (
      <span key={i}>{words}</span>
    )
  })
}

function Text({ node, context: { links, around } }: { node: TextNode; context: ProseContext }) {
  let view: ReactNode = withReferences(node.text, links)
  for (const mark of node.marks ?? []) {
    if (mark === 'bold') view = <strong>{view}</strong>
    else if (mark === 'italic') view = <em>{view}</em>
    else if (mark === 'code') view = <code>{view}</code>
    else view = <s>{view}</s>
  }
  return <>{around ? around(node, view) : view}</>
}

/** Turns `[[slug]]` into a link to that entry where it exists, and leaves it as typed where it does not. */
function withReferences(text: string, links: Links): ReactNode {
  const parts = text.split(/\[\[([a-z0-9-]+)\]\]/)
  if (parts.length === 1) return text
  return parts.map((part, i) => {
    const target = i % 2 === 1 ? links[part] : undefined
    if (target) {
      return (
        <a key={i} href={target.href} data-reference={`[[${part}]]`}>
          {target.title}
        </a>
      )
    }
    return i % 2 === 1 ? `[[${part}]]` : part
  })
}
