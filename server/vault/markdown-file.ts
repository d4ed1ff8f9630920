import type { Problems } from './problems.ts'
import type { RecordReader } from './yaml-reader.ts'
import { identifier, YamlSource } from './yaml-reader.ts'

/** One level-two section of a vault file. */
export interface VaultSection {
  heading: string
  /** Line of the heading. */
  line: number
  /** Line on which the text begins. */
  textLine: number
  /** Markdown under the heading, trimmed. */
  text: string
}

/** A Markdown file of the vault, taken apart and not yet understood. */
export interface VaultFile {
  /** Path inside the vault, as in `strategies/pause.md`. */
  path: string
  id: string
  fields: RecordReader
  /** Markdown before the first section, trimmed. */
  lead: string
  sections: VaultSection[]
  problem(line: number, text: string): void
}

/** Takes a file apart; notes problems and answers undefined where there is no front matter to go on from. */
export function readMarkdownFile(path: string, text: string, kind: string, problems: Problems): VaultFile | undefined {
  const problem = (line: number, what: string) => problems.add(path, line, what)
  if (text.startsWith('\uFEFF')) problem(1, 'the file starts with a byte-order mark; save it as UTF-8 without one.')
  if (text.includes('\r'))
    problem(lineAt(text, text.indexOf('\r')), 'the line ends are not LF; save the file with LF line ends.')
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (lines[0] !== '---') {
    problem(1, 'the front matter is missing; begin the file with a line "---".')
    return undefined
  }
  const end = lines.indexOf('---', 1)
  if (end === -1) {
    problem(1, 'the front matter does not end; close it with a line "---".')
    return undefined
  }
  const fields = new YamlSource(path, problems, lines.slice(1, end).join('\n'), 1).record()
  if (!fields) return undefined

  const id = path.replace(/^.*\//, '').replace(/\.md$/, '')
  if (!identifier.test(id))
    problem(1, `the file name "${id}" is not an identifier; use lower-case words joined by hyphens.`)
  const given = fields.text('id')
  if (given !== '' && given !== id)
    fields.problem('id', `id is "${given}" but the file is named "${id}"; make them equal.`)
  const givenKind = fields.text('kind')
  if (givenKind !== '' && givenKind !== kind) {
    fields.problem(
      'kind',
      `kind is "${givenKind}" but files in this folder are of kind "${kind}"; correct it or move the file.`,
    )
  }
  return { path, id, fields, problem, ...splitSections(lines, end + 1, problem) }
}

function splitSections(
  lines: readonly string[],
  start: number,
  problem: (line: number, text: string) => void,
): Pick<VaultFile, 'lead' | 'sections'> {
  const sections: VaultSection[] = []
  const lead: string[] = []
  let current = lead
  let fence = ''
  const bodies: string[][] = []
  for (const [i, line] of lines.entries()) {
    if (i < start) continue
    fence = fenceAfter(line, fence)
    const heading = fence === '' ? /^## +(.*?) *$/.exec(line)?.[1] : undefined
    if (heading === undefined) {
      if (fence === '' && /^# /.test(line))
        problem(i + 1, 'a heading of level one stands in the text; put the title in the front matter.')
      current.push(line)
      continue
    }
    sections.push({ heading, line: i + 1, textLine: i + 2, text: '' })
    current = []
    bodies.push(current)
  }
  return {
    lead: trimmed(lead),
    sections: sections.map((section, i) => {
      const body = bodies[i] ?? []
      const blank = Math.max(
        0,
        body.findIndex((line) => line.trim() !== ''),
      )
      return { ...section, textLine: section.line + 1 + blank, text: trimmed(body) }
    }),
  }
}

/** Keeps track of fenced code, in which a line that looks like a heading is none. */
function fenceAfter(line: string, open: string): string {
  const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
  if (mark === undefined) return open
  if (open === '') return mark
  return mark[0] === open[0] && mark.length >= open.length ? '' : open
}

/** Joins lines without what Markdown does not see at the ends; other white space belongs to the text. */
function trimmed(lines: readonly string[]): string {
  return lines.join('\n').replace(/^[ \t\n]+|[ \t\n]+$/g, '')
}

/** Line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
