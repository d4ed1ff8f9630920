import { normaliseContent } from '../../domain/entries/content-hash.ts'
import type { EntryContent, EntryKind, Row } from '../../domain/entries/kinds.ts'
import { contentSchema } from '../../domain/entries/kinds.ts'
import { markdownToBlocks } from '../../domain/prose/markdown.ts'
import { normaliseBlocks } from '../../domain/prose/normalise.ts'
import { limits } from '../../domain/text/limits.ts'
import { layouts, positionHeading, structured } from './layout.ts'
import type { VaultFile, VaultSection } from './markdown-file.ts'
import type { Known } from './read-fields.ts'
import { readFields } from './read-fields.ts'
import { items, readDeclarations, readStrategyBody } from './read-strategy.ts'

/** An entry as its file says it. */
export interface VaultEntry {
  kind: EntryKind
  slug: string
  file: VaultFile
  content: EntryContent
}

/** Understands one file of the vault; what is wrong with it is noted, and then the answer is not to be used. */
export function readEntry(kind: EntryKind, file: VaultFile, known: Known): VaultEntry {
  const title = file.fields.text(layouts[kind].title)
  if (title.length > limits.title) {
    file.fields.problem(layouts[kind].title, `the title has ${title.length} characters; shorten it to ${limits.title}.`)
  }
  const content: EntryContent = {
    kind,
    schema: contentSchema,
    title,
    sections: {},
    fields: readFields(kind, file, known),
    declarations: [],
  }
  if (kind === 'strategy') {
    const body = readStrategyBody(file, known)
    content.sections = body.sections
    Object.assign(content.fields, body.fields)
    content.declarations = readDeclarations(file, known)
  } else if (kind === 'concept') {
    content.sections = { body: markdownToBlocks(wholeBody(file.lead, file.sections)) }
  } else if (kind === 'person') {
    readPositions(file, content)
    const rest = file.sections.filter((section) => section.heading !== positionHeading)
    content.sections = { body: markdownToBlocks(wholeBody(file.lead, rest)) }
  } else {
    content.sections = readProse(kind, file)
  }
  checkSections(kind, file)
  return { kind, slug: file.id, file, content: normaliseContent(normaliseProse(content)) }
}

function normaliseProse(content: EntryContent): EntryContent {
  const sections = Object.entries(content.sections).map(([id, blocks]) => [id, normaliseBlocks(blocks)])
  return { ...content, sections: Object.fromEntries(sections) }
}

function readProse(kind: EntryKind, file: VaultFile): EntryContent['sections'] {
  const headings = Object.entries(layouts[kind].headings)
  return Object.fromEntries(
    file.sections.flatMap((section) => {
      const id = headings.find(([, heading]) => heading === section.heading)?.[0]
      return id === undefined ? [] : [[id, markdownToBlocks(section.text)]]
    }),
  )
}

function wholeBody(lead: string, sections: readonly VaultSection[]): string {
  const parts = sections.map(({ heading, text }) => (text === '' ? `## ${heading}` : `## ${heading}\n\n${text}`))
  return [lead, ...parts].filter(Boolean).join('\n\n')
}

/** Gives each position its sentence: the list under "Position" follows the order of the front matter. */
function readPositions(file: VaultFile, content: EntryContent): void {
  const rows = content.fields.positions
  const section = file.sections.find(({ heading }) => heading === positionHeading)
  const sentences = section ? items(file, section) : []
  const listed = Array.isArray(rows) ? rows.filter((row): row is Row => typeof row !== 'string') : []
  const records = file.fields.has('positions') ? file.fields.records('positions') : []
  const waiting = listed.filter((_, i) => !records[i]?.has('summary'))
  for (const [i, row] of waiting.entries()) {
    const sentence = sentences[i]
    const strategy = String(row.strategy ?? '')
    if (!sentence) {
      file.problem(
        section?.line ?? 1,
        `the position on "${strategy}" has no sentence under "## ${positionHeading}"; add "- ${strategy}: sentence".`,
      )
      continue
    }
    const [, named = '', text = ''] = /^([a-z0-9-]+): +(\S.*)$/.exec(sentence.text) ?? []
    if (named === strategy) row.summary = text
    else
      file.problem(
        sentence.line,
        `this sentence should be on "${strategy}", the next of the positions; begin it with "- ${strategy}: ".`,
      )
  }
  for (const sentence of sentences.slice(waiting.length)) {
    file.problem(
      sentence.line,
      'this sentence belongs to no position; add the position to the front matter or remove it.',
    )
  }
}

const needed: Partial<Record<EntryKind, string[]>> = {
  strategy: ['Bet', 'Mechanism'],
  scenario: ['Description'],
  source: ['Summary'],
}

/** Headings of the vault's README: those that the exporter uses in need only are left out. */
function usual(kind: EntryKind): string[] {
  const { headings } = layouts[kind]
  if (kind !== 'strategy') return Object.values(headings)
  const { bet, mechanism, 'binds-next': next, falsification } = headings
  return [bet, mechanism, next, falsification, ...Object.values(structured)].filter((one) => one !== undefined)
}

function checkSections(kind: EntryKind, file: VaultFile): void {
  const free = kind === 'concept' || kind === 'person'
  const known = [...Object.values(layouts[kind].headings), ...(kind === 'strategy' ? Object.values(structured) : [])]
  const seen = new Set<string>()
  for (const { heading, line, text } of file.sections) {
    if (text === '' && !free) file.problem(line, `the section "${heading}" is empty; write it or remove its heading.`)
    if (free && heading !== positionHeading) continue
    if (!free && !known.includes(heading)) {
      file.problem(line, `the section "${heading}" is unknown; use one of ${usual(kind).join(', ')}.`)
    }
    if (seen.has(heading)) file.problem(line, `the section "${heading}" stands twice; join the two.`)
    seen.add(heading)
    if (text.length > limits.section) {
      file.problem(line, `the section "${heading}" has ${text.length} characters; shorten it to ${limits.section}.`)
    }
  }
  if (!free && file.lead !== '') file.problem(1, 'text stands before the first section; put it under a heading.')
  for (const heading of needed[kind] ?? []) {
    if (!seen.has(heading)) file.problem(1, `the section "## ${heading}" is missing; add it.`)
  }
}
