import type { EntryContent } from '../../domain/entries/kinds.ts'
import { blocksToMarkdown } from '../../domain/prose/markdown.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { layouts, structured } from './layout.ts'
import { fitsItem, rowsOf } from './write-fields.ts'
import { writeProse } from './write-prose.ts'

/**
 * A strategy's body in the fixed forms of the vault, and what does not fit them in plain sections or (fields) in the
 * front matter.
 */
export function writeStrategyBody(content: EntryContent): { sections: string[]; inBody: Set<string> } {
  const { sections: prose } = content
  const inBody = new Set<string>()
  const plain = (...ids: (keyof typeof layouts.strategy.headings)[]) =>
    ids.flatMap((id) => writeProse(layouts.strategy.headings[id] ?? id, prose[id]))

  const threshold = oneParagraph(prose.threshold)
  const analogue = writeAnalogue(content)
  if (analogue) for (const id of ['analogue-domain', 'analogue-regime']) inBody.add(id)
  const vintages = writeVintages(content)
  if (vintages) inBody.add('vintages')
  const commitments = writeCommitments(content)
  if (commitments) inBody.add('commitments')

  const sections = [
    ...plain('bet', 'mechanism', 'binds-next', 'falsification'),
    ...(threshold === null ? plain('threshold', 'overshoot') : writeThreshold(threshold, prose.overshoot ?? [])),
    ...(analogue ?? plain('analogue-produced', 'analogue-failed')),
    ...(vintages ?? []),
    ...(commitments ?? []),
  ]
  return { sections, inBody }
}

function writeThreshold(threshold: string, overshoot: readonly Block[]): string[] {
  const [heading = '', ...rest] = writeProse(structured.threshold, overshoot)
  return [heading || `## ${structured.threshold}`, `**Threshold:** ${threshold}`, ...rest]
}

/** The Markdown of a section that is one paragraph, else null. */
function oneParagraph(blocks: readonly Block[] | undefined): string | null {
  if (blocks?.length !== 1 || blocks[0]?.type !== 'paragraph') return null
  const markdown = blocksToMarkdown(blocks)
  return /^\S/.test(markdown) ? markdown : null
}

function writeAnalogue({ sections, fields }: EntryContent): string[] | null {
  const produced = oneParagraph(sections['analogue-produced'])
  const failed = oneParagraph(sections['analogue-failed'])
  const domain = fields['analogue-domain']
  const regime = fields['analogue-regime']
  if (produced === null || failed === null || typeof domain !== 'string' || typeof regime !== 'string') return null
  if (/\s/.test(domain) || !fitsItem(regime)) return null
  return [
    `## ${structured.analogue}`,
    `**Domain:** ${domain} · **Regime:** ${regime}`,
    `**Produced:** ${produced}`,
    `**Did not produce:** ${failed}`,
  ]
}

function writeVintages({ fields }: EntryContent): string[] | null {
  const rows = rowsOf(fields.vintages)
  const fits = rows.every(({ year, text }) => typeof year === 'string' && /^\d{4}$/.test(year) && fitsItem(text))
  if (rows.length === 0 || !fits) return null
  return [`## ${structured.vintages}`, rows.map(({ year, text }) => `- ${year}: ${text}`).join('\n')]
}

function writeCommitments({ fields }: EntryContent): string[] | null {
  const rows = rowsOf(fields.commitments)
  const lines = rows.flatMap(({ topic, claim, 'fails-if': failsIf }) => {
    if (typeof topic !== 'string' || !/^[a-z-]+$/.test(topic) || !fitsItem(claim) || !fitsItem(failsIf)) return []
    const statement = `${claim} Fails if ${failsIf}`
    const [before, ...after] = statement.split(' Fails if ')
    return before === claim && after.length === 1 ? [`- ${topic}: ${statement}`] : []
  })
  if (rows.length === 0 || lines.length < rows.length) return null
  return [`## ${structured.commitments}`, lines.join('\n')]
}
