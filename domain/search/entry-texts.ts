import { cellText, rowsField, setField, textField } from '../entries/field-values.ts'
import type { EntryContent, EntryKind } from '../entries/kinds.ts'
import { fieldDef, kinds } from '../entries/kinds.ts'
import { plainText } from '../prose/tree.ts'

/** Raise it when texts are derived in another way; they are then derived again at the next start. */
export const searchFormat = 1

/** The words of one panel. */
export interface PanelText {
  /** Anchor on the entry's page; empty for the page itself. */
  anchor: string
  label: string
  body: string
}

/** Sections that share a panel with another. */
const panelOf: Readonly<Record<string, string>> = {
  overshoot: 'threshold',
  'analogue-produced': 'analogue',
  'analogue-failed': 'analogue',
  'no-falsification-reason': 'falsification',
  'no-threshold-reason': 'threshold',
  'analogue-regime': 'analogue',
  'source-note': 'source',
}

/** Fields of plain text, and the columns of fields with rows, whose words readers look for. */
const searched: Readonly<Record<EntryKind, { text: readonly string[]; rows: Readonly<Record<string, string[]>> }>> = {
  strategy: {
    text: ['no-falsification-reason', 'no-threshold-reason', 'analogue-regime', 'source-note'],
    rows: { vintages: ['year', 'text'], commitments: ['claim', 'fails-if'] },
  },
  concept: { text: ['kicker', 'summary'], rows: {} },
  person: { text: ['role'], rows: { affiliations: ['role', 'org'], positions: ['summary'] } },
  scenario: { text: [], rows: {} },
  source: { text: ['outlet', 'author', 'author-role', 'origin', 'campaign-site'], rows: { claims: ['text'] } },
}

/** Panels of a person that are not called like their field. */
const anchorless = new Set([
  'kicker',
  'summary',
  'summary',
  'role',
  'affiliations',
  'outlet',
  'author',
  'author-role',
  'origin',
  'campaign-site',
])

/**
 * What an entry says, panel by panel, as search knows it ([S5]). The first text is the entry itself, which has a
 * title and perhaps tags.
 */
export function entryTexts(content: EntryContent): PanelText[] {
  const { kind } = content
  const label = (id: string) => fieldDef(kind, id)?.label ?? id
  const tags = setField(content, 'tags').join(' ')
  const sections = kinds[kind].sections.map(({ id, label: name }) => ({
    anchor: panelOf[id] ?? id,
    label: name,
    body: plainText(content.sections[id] ?? []),
  }))
  const texts = searched[kind].text.map((id) => ({
    anchor: anchorOf(id),
    label: label(id),
    body: textField(content, id),
  }))
  const rows = Object.entries(searched[kind].rows).map(([id, columns]) => ({
    anchor: anchorOf(id),
    label: label(id),
    body: rowsField(content, id)
      .map((row) =>
        columns
          .map((column) => cellText(row, column))
          .filter(Boolean)
          .join(', '),
      )
      .concat(id === 'positions' ? rowsField(content, id).flatMap(sourceTitles) : [])
      .join('\n'),
  }))
  const reasons = (['conflict', 'complement'] as const).map((relation) => ({
    anchor: `${relation}s`,
    label: relation === 'conflict' ? 'Conflicts' : 'Complements',
    body: content.declarations
      .filter((declared) => declared.kind === relation)
      .map(({ rationale }) => rationale)
      .filter(Boolean)
      .join('\n'),
  }))
  const panels = [...sections, ...texts, ...rows, ...reasons].filter(({ body }) => body.trim() !== '')
  return [{ anchor: '', label: 'Tags', body: tags }, ...panels]
}

function anchorOf(id: string): string {
  return anchorless.has(id) ? '' : (panelOf[id] ?? id)
}

function sourceTitles({ sources }: { sources?: unknown }): string[] {
  return Array.isArray(sources) ? sources.map((source: { title: string }) => source.title) : []
}
