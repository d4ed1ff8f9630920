import type { Node, YAMLMap } from 'yaml'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { editDistance } from '../../domain/text/nearest.ts'
import type { Problems } from './problems.ts'

/** Identifiers are lower-case ASCII words joined by hyphens. */
export const identifier = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A value together with the line it stands on. */
export interface Placed<T> {
  value: T
  line: number
}

/**
 * One record of a vault's YAML: reads fields by name, and notes a problem with file and line for each that is missing
 * or not what it should be. What a reader returns after a problem is only good for going on to the next field.
 */
export class RecordReader {
  constructor(
    private readonly map: YAMLMap<Node, Node | null>,
    private readonly source: YamlSource,
  ) {}

  /** Line of a field, or of the record where the field is missing. */
  line(field?: string): number {
    const pair = field === undefined ? undefined : this.pair(field)
    return this.source.lineOf(pair?.key ?? this.map)
  }

  problem(field: string | undefined, text: string): void {
    this.source.problems.add(this.source.file, this.line(field), text)
  }

  /** A text that must be there. */
  text(field: string): string {
    const value = this.optionalText(field)
    if (value === '' && !this.saidMissing(field)) this.problem(field, `${field} is empty; write it.`)
    return value
  }

  /** A text that may be null; then the answer is the empty text. */
  optionalText(field: string): string {
    const value = this.scalar(field)
    if (value === undefined || value === null) return ''
    if (typeof value === 'string') return value.trim()
    this.problem(field, `${field} is ${JSON.stringify(value)}; put it in double quotes.`)
    return ''
  }

  flag(field: string): boolean {
    const value = this.scalar(field)
    if (value === undefined) return false
    if (typeof value === 'boolean') return value
    this.problem(field, `${field} is ${JSON.stringify(value)}; write true or false.`)
    return false
  }

  /** One of the given words. */
  choice(field: string, options: readonly string[]): string {
    const value = this.text(field)
    if (value !== '') this.checkWord(field, value, options)
    return value
  }

  /** A list of identifiers without repeats. */
  words(field: string, options?: readonly string[]): Placed<string>[] {
    const found: Placed<string>[] = []
    for (const node of this.items(field)) {
      const line = this.source.lineOf(node)
      const value = isScalar(node) ? node.value : undefined
      if (typeof value !== 'string' || !identifier.test(value)) {
        const shown = typeof value === 'string' || typeof value === 'number' ? `"${value}"` : 'something else'
        this.source.problems.add(
          this.source.file,
          line,
          `${field} lists ${shown}, which is not an identifier; use lower-case words joined by hyphens.`,
        )
      } else if (found.some((one) => one.value === value)) {
        this.source.problems.add(this.source.file, line, `${field} lists "${value}" twice; remove one.`)
      } else {
        if (options) this.checkWord(field, value, options, line)
        found.push({ value, line })
      }
    }
    return found
  }

  /** A list of records. */
  records(field: string): RecordReader[] {
    return this.items(field).flatMap((node) => {
      if (isMap<Node, Node | null>(node)) return [new RecordReader(node, this.source)]
      const line = this.source.lineOf(node)
      this.source.problems.add(
        this.source.file,
        line,
        `${field} holds something that is not a record; list its fields.`,
      )
      return []
    })
  }

  has(field: string): boolean {
    return this.pair(field) !== undefined
  }

  private items(field: string): Node[] {
    const pair = this.pair(field)
    if (!pair) this.problem(field, `${field} is missing; add the field.`)
    if (!pair?.value) return []
    if (isSeq<Node>(pair.value)) return pair.value.items
    if (!isScalar(pair.value) || pair.value.value !== null)
      this.problem(field, `${field} is not a list; write [] or a list.`)
    return []
  }

  private scalar(field: string): unknown {
    const pair = this.pair(field)
    if (!pair) {
      this.problem(field, `${field} is missing; add the field.`)
      return undefined
    }
    if (pair.value === null) return null
    if (isScalar(pair.value)) return pair.value.value
    this.problem(field, `${field} is not a single value; write one.`)
    return undefined
  }

  private saidMissing(field: string): boolean {
    const pair = this.pair(field)
    if (!pair) return true
    return (
      pair.value !== null &&
      (!isScalar(pair.value) || (pair.value.value !== null && typeof pair.value.value !== 'string'))
    )
  }

  /** Notes a word that is not among the options. */
  checkWord(field: string, value: string, options: readonly string[], line = this.line(field)): void {
    if (options.includes(value)) return
    const hint = nearest(value, options)
    const advice = hint
      ? `did you mean "${hint}"?`
      : options.length > 0 && options.length <= 16
        ? `use one of ${options.join(', ')}.`
        : 'add it to the vault or correct the name.'
    this.source.problems.add(this.source.file, line, `${field} has "${value}", which is unknown; ${advice}`)
  }

  private pair(field: string) {
    return this.map.items.find((item) => isScalar(item.key) && item.key.value === field)
  }
}

/** A YAML text with the place it has in its file. */
export class YamlSource {
  private readonly lines = new LineCounter()

  constructor(
    readonly file: string,
    readonly problems: Problems,
    private readonly text: string,
    /** Lines of the file before the text. */
    private readonly above: number,
  ) {}

  /** The text's outermost record, or undefined after noting what is wrong with it. */
  record(): RecordReader | undefined {
    const node = this.parse()
    if (node === undefined) return undefined
    if (isMap<Node, Node | null>(node)) return new RecordReader(node, this)
    this.problems.add(this.file, this.above + 1, 'there are no fields here; write them as "name: value" lines.')
    return undefined
  }

  /** The text as a list of records. */
  list(): RecordReader[] {
    const node = this.parse()
    if (node === undefined) return []
    if (isSeq<Node>(node)) {
      return node.items.flatMap((item) => {
        if (isMap<Node, Node | null>(item)) return [new RecordReader(item, this)]
        this.problems.add(this.file, this.lineOf(item), 'this is not a record; list its fields.')
        return []
      })
    }
    this.problems.add(this.file, this.above + 1, 'this is not a list; begin each record with "- id:".')
    return []
  }

  lineOf(node: unknown): number {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
    const offset = Array.isArray(range) ? Number(range[0]) : 0
    return this.above + this.lines.linePos(offset).line
  }

  private parse(): unknown {
    const document = parseDocument(this.text, { lineCounter: this.lines, strict: true, uniqueKeys: true })
    for (const error of document.errors) {
      const line = this.above + (error.linePos?.[0].line ?? 1)
      const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code
      this.problems.add(this.file, line, `the YAML is broken (${what}); correct this line.`)
    }
    return document.errors.length > 0 ? undefined : (document.contents ?? null)
  }
}

function nearest(word: string, options: readonly string[]): string | undefined {
  const close = options
    .map((option) => ({ option, distance: editDistance(word, option) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(word.length / 4)))
    .sort((a, b) => a.distance - b.distance)
  return close[0]?.option
}
