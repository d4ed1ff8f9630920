/**
 * The nodes and properties that a section's tree may hold, in Lexical's V2 storage (see `prose.ts`). Whatever an
 * editor of ours can make is here; anything else is refused before it is applied, because a node that the
 * editor does not know would break the document for everybody.
 */
const inlineNodes = ['linebreak', 'link', 'autolink']

interface NodeRule {
  /** Element nodes that may stand inside. */
  children: readonly string[]
  text: boolean
}

/** `root` is the section itself. */
const nodes: Record<string, NodeRule> = {
  root: { children: ['paragraph', 'heading', 'quote', 'list'], text: false },
  paragraph: { children: inlineNodes, text: true },
  heading: { children: inlineNodes, text: true },
  quote: { children: inlineNodes, text: true },
  list: { children: ['listitem'], text: false },
  listitem: { children: [...inlineNodes, 'list'], text: true },
  link: { children: ['linebreak'], text: true },
  autolink: { children: ['linebreak'], text: true },
  linebreak: { children: [], text: false },
}

/** Elements nested deeper than this are refused. */
export const deepestNode = 40

export function mayContainNode(parent: string, child: string): boolean {
  return nodes[parent]?.children.includes(child) ?? false
}

export function mayContainText(parent: string): boolean {
  return nodes[parent]?.text ?? false
}

type Check = (value: unknown) => boolean

const whole =
  (most: number): Check =>
  (value) =>
    Number.isInteger(value) && Math.abs(value as number) <= most
const oneOf =
  (...allowed: unknown[]): Check =>
  (value) =>
    allowed.includes(value)
const text =
  (longest: number): Check =>
  (value) =>
    value === null || (typeof value === 'string' && value.length <= longest)
const flag: Check = (value) => typeof value === 'boolean'
/** Inline styles never enter a document: they could cover the page of everybody who reads it. */
const noStyle = oneOf('', null)

const scriptAddress = /^[\s\u0000-\u001f]*(javascript|data|vbscript)\s*:/i
const address: Check = (value) => typeof value === 'string' && value.length <= 2_048 && !scriptAddress.test(value)

const elementProperties: Record<string, Check> = {
  __format: whole(16),
  __indent: whole(128),
  __dir: oneOf('ltr', 'rtl', null),
  __style: noStyle,
  __textFormat: whole(4_096),
  __textStyle: noStyle,
}
const linkProperties: Record<string, Check> = {
  __url: address,
  __target: text(64),
  __rel: text(128),
  __title: text(512),
}

const ownProperties: Record<string, Record<string, Check>> = {
  heading: { __tag: oneOf('h1', 'h2', 'h3', 'h4', 'h5', 'h6') },
  list: { __tag: oneOf('ul', 'ol'), __listType: oneOf('number', 'bullet', 'check'), __start: whole(1_000_000) },
  listitem: { __value: whole(1_000_000), __checked: flag },
  link: linkProperties,
  autolink: { ...linkProperties, __isUnlinked: flag },
}

/** May an element node of this name (or `root`) have this property with this value? */
export function isKnownProperty(node: string, key: string, value: unknown): boolean {
  const own = ownProperties[node]
  if (own && Object.hasOwn(own, key)) return own[key]?.(value) ?? false
  return Object.hasOwn(elementProperties, key) && (elementProperties[key]?.(value) ?? false)
}

const textProperties: Record<string, Check> = {
  __format: whole(65_536),
  __style: noStyle,
  __mode: whole(3),
  __detail: whole(3),
}

/** May a run of text carry this formatting attribute? */
export function isKnownTextFormat(key: string, value: unknown): boolean {
  if (value === null) return key === 't' || key === 'p' || key === 'i'
  if (key === 't') return value === 'text' || value === 'tab'
  if (key === 'i') return whole(1_000_000)(value)
  if (key !== 'p' || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.entries(value as object).every(
    ([name, own]) => Object.hasOwn(textProperties, name) && textProperties[name]?.(own),
  )
}
