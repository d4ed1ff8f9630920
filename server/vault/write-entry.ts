import type { Declaration, EntryContent } from '../../domain/entries/kinds.ts'
import { blocksToMarkdown } from '../../domain/prose/markdown.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { inlineText } from '../../domain/prose/tree.ts'
import { layouts, positionHeading } from './layout.ts'
import { fitsItem, rowsOf, writeFields } from './write-fields.ts'
import { underlined, writeProse } from './write-prose.ts'
import { writeStrategyBody } from './write-strategy.ts'
import type { YamlField } from './write-yaml.ts'
import { quoted, recordLines, word, words } from './write-yaml.ts'

/** What the atlas knows of other entries and the file says too. */
export interface Derived {
  /** Of a scenario: the strategies that answer it. */
  responsive: string[]
}

/** An entry as a file of the vault; reading it back gives the same content. */
export function writeEntry(slug: string, content: EntryContent, { responsive }: Derived): string {
  const { sections, inBody } = writeBody(content)
  const front: YamlField[] = [
    ['kind', content.kind],
    ['id', word(slug)],
    [layouts[content.kind].title, quoted(content.title)],
    ...writeFields(content, inBody),
    ...(content.kind === 'strategy' ? writeDeclarations(content.declarations) : []),
    ...(content.kind === 'scenario' ? ([['responsive', words(responsive)]] satisfies YamlField[]) : []),
  ]
  const body = sections.length > 0 ? `\n${sections.join('\n\n')}\n` : ''
  return `---\n${recordLines(front).join('\n')}\n---\n${body}`
}

function writeDeclarations(declarations: readonly Declaration[]): YamlField[] {
  const of = (kind: Declaration['kind']) => declarations.filter((one) => one.kind === kind).map(({ to }) => to)
  const reasons = declarations.filter(({ rationale }) => rationale !== '')
  return [
    ['conflicts', words(of('conflict'))],
    ['complements', words(of('complement'))],
    ...(reasons.length > 0 ? ([['rationales', reasons.map(writeRationale)]] satisfies YamlField[]) : []),
  ]
}

function writeRationale({ kind, to, rationale }: Declaration): YamlField[] {
  return [
    ['kind', kind],
    ['to', word(to)],
    ['text', quoted(rationale)],
  ]
}

interface Body {
  /** The parts of the body, to be joined by blank lines. */
  sections: string[]
  /** Ids of fields that the body says. */
  inBody: Set<string>
}

function writeBody(content: EntryContent): Body {
  if (content.kind === 'strategy') return writeStrategyBody(content)
  if (content.kind === 'concept') {
    return { sections: [blocksToMarkdown(content.sections.body ?? [])].filter(Boolean), inBody: new Set() }
  }
  if (content.kind === 'person') return { sections: writePerson(content), inBody: new Set() }
  const sections = Object.entries(layouts[content.kind].headings).flatMap(([id, heading]) =>
    writeProse(heading, content.sections[id]),
  )
  return { sections, inBody: new Set() }
}

/** Text before the first heading, then the sentences of the positions, then the rest. */
function writePerson(content: EntryContent): string[] {
  const blocks = content.sections.body ?? []
  const first = blocks.findIndex(
    (block) => block.type === 'heading' && block.level === 2 && inlineText(block.children) !== positionHeading,
  )
  const split = first === -1 ? blocks.length : first
  const prose = (part: readonly Block[]) =>
    part.length > 0 ? [underlined(blocksToMarkdown(part), new RegExp(`^## +(${positionHeading})$`, 'gm'))] : []
  const sentences = rowsOf(content.fields.positions)
    .filter((row) => fitsItem(row.summary))
    .map((row) => `- ${row.strategy}: ${row.summary}`)
  const positions = sentences.length > 0 ? [`## ${positionHeading}`, sentences.join('\n')] : []
  return [...prose(blocks.slice(0, split)), ...positions, ...prose(blocks.slice(split))]
}
