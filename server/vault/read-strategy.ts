import type { EntryContent, FieldValue, Row } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { markdownToBlocks } from '../../domain/prose/markdown.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { layouts, structured } from './layout.ts'
import type { VaultFile, VaultSection } from './markdown-file.ts'
import type { Known } from './read-fields.ts'
import { wordsOf } from './read-fields.ts'

interface Body {
  sections: Record<string, Block[]>
  fields: Record<string, FieldValue>
}

/** Reads a strategy's body: prose, and what stands in it in a fixed form. */
export function readStrategyBody(file: VaultFile, known: Known): Body {
  const body: Body = { sections: {}, fields: {} }
  const prose = new Map(Object.entries(layouts.strategy.headings).map(([id, heading]) => [heading, id]))
  for (const section of file.sections) {
    const id = prose.get(section.heading)
    if (id !== undefined) body.sections[id] = markdownToBlocks(section.text)
    else if (section.heading === structured.threshold) readThreshold(file, section, body)
    else if (section.heading === structured.analogue) readAnalogue(file, section, known, body)
    else if (section.heading === structured.vintages) readVintages(file, section, body)
    else if (section.heading === structured.commitments) readCommitments(file, section, known, body)
  }
  return body
}

function readThreshold(file: VaultFile, section: VaultSection, body: Body): void {
  const [first = '', ...rest] = section.text.split(/\n{2,}/)
  const text = /^\*\*Threshold:\*\* +(\S[\s\S]*)$/.exec(first)?.[1]
  if (text === undefined) {
    file.problem(
      section.line,
      `the section "${section.heading}" does not begin with "**Threshold:** text"; write it so.`,
    )
    return
  }
  body.sections.threshold = markdownToBlocks(text)
  if (rest.length > 0) body.sections.overshoot = markdownToBlocks(rest.join('\n\n'))
}

function readAnalogue(file: VaultFile, section: VaultSection, known: Known, body: Body): void {
  const [head = '', produced = '', failed = '', ...rest] = section.text.split(/\n{2,}/)
  const parts = /^\*\*Domain:\*\* (\S+) · \*\*Regime:\*\* (\S.*)$/.exec(head)
  const did = /^\*\*Produced:\*\* +(\S[\s\S]*)$/.exec(produced)?.[1]
  const didNot = /^\*\*Did not produce:\*\* +(\S[\s\S]*)$/.exec(failed)?.[1]
  if (!parts || did === undefined || didNot === undefined || rest.length > 0) {
    file.problem(
      section.line,
      `the section "${section.heading}" is not "**Domain:** domain · **Regime:** name", "**Produced:** text" and "**Did not produce:** text", a paragraph each; write it so.`,
    )
    return
  }
  const [, domain = '', regime = ''] = parts
  const domains = wordsOf('analogue-domains', known) ?? []
  if (!domains.includes(domain)) {
    file.problem(section.line, `the domain "${domain}" is unknown; use one of ${domains.join(', ')}.`)
  }
  body.fields['analogue-domain'] = domain
  body.fields['analogue-regime'] = regime.trim()
  body.sections['analogue-produced'] = markdownToBlocks(did)
  body.sections['analogue-failed'] = markdownToBlocks(didNot)
}

function readVintages(file: VaultFile, section: VaultSection, body: Body): void {
  body.fields.vintages = items(file, section).flatMap(({ line, text }): Row[] => {
    const [, year, meaning] = /^(\d{4}): +(\S.*)$/.exec(text) ?? []
    if (year !== undefined && meaning !== undefined) return [{ year, text: meaning }]
    file.problem(line, 'this vintage is not "- year: text" with a year of four digits; write it so.')
    return []
  })
}

function readCommitments(file: VaultFile, section: VaultSection, known: Known, body: Body): void {
  const topics = wordsOf('commitment-topics', known) ?? []
  body.fields.commitments = items(file, section).flatMap(({ line, text }): Row[] => {
    const [, topic, statement = ''] = /^([a-z-]+): +(\S.*)$/.exec(text) ?? []
    const [claim, failsIf, ...more] = statement.split(' Fails if ')
    if (topic === undefined || !claim || !failsIf || more.length > 0) {
      file.problem(line, 'this commitment is not "- topic: claim Fails if condition."; write it so.')
      return []
    }
    if (!topics.includes(topic)) {
      file.problem(line, `the topic "${topic}" is unknown; use one of ${topics.join(', ')}.`)
    }
    return [{ topic, claim, 'fails-if': failsIf }]
  })
}

/** The list items of a section with their lines; notes whatever is no list item. */
export function items(file: VaultFile, section: VaultSection): { line: number; text: string }[] {
  return section.text.split('\n').flatMap((text, i) => {
    if (text.trim() === '') return []
    const line = section.textLine + i
    if (text.startsWith('- ')) return [{ line, text: text.slice(2).trim() }]
    file.problem(line, `the section "${section.heading}" is a list; begin this line with "- ".`)
    return []
  })
}

/** A strategy's own declarations; it may not name itself. */
export function readDeclarations(file: VaultFile, known: Known): EntryContent['declarations'] {
  const declared = kinds.strategy.declares.flatMap((kind) =>
    file.fields.words(`${kind}s`, known.strategies).flatMap(({ value, line }) => {
      if (value !== file.id) return [{ kind, to: value, rationale: '' }]
      file.problem(line, `${kind}s names the strategy itself; remove it.`)
      return []
    }),
  )
  if (!file.fields.has('rationales')) return declared
  for (const record of file.fields.records('rationales')) {
    const kind = record.choice('kind', kinds.strategy.declares)
    const to = record.choice('to', known.strategies)
    const one = declared.find((declaration) => declaration.kind === kind && declaration.to === to)
    if (one) one.rationale = record.text('text')
    else record.problem('to', `there is no ${kind} with "${to}" above; list it there or remove the rationale.`)
  }
  return declared
}
