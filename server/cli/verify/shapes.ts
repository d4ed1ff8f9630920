import type { BundleKind } from '../../../domain/record/bundle.ts'
import { bundleKinds } from '../../../domain/record/bundle.ts'
import { canonicalJson } from '../../../domain/record/canonical-json.ts'
import { BadFile, Lie } from './faults.ts'

/** With `?` it may be null. */
type Type = 'text' | 'text?' | 'number' | 'number?' | 'flag' | 'object' | 'object?' | 'list' | 'list?' | 'any'

type Shape = Readonly<Record<string, Type>>

/** Every member that a line of a kind has; there are no others. */
const shapes: Record<BundleKind | 'manifest', Shape> = {
  manifest: {
    format: 'text',
    version: 'number',
    scope: 'text',
    through: 'object',
    schema: 'object',
    counts: 'object',
    hashes: 'object',
  },
  event: {
    seq: 'number',
    type: 'text',
    subject: 'text',
    payload: 'object',
    leafHash: 'text?',
    at: 'number',
    prev: 'text',
    hash: 'text',
  },
  checkpoint: { seq: 'number', hash: 'text', at: 'number', key: 'text', signature: 'text' },
  word: { of: 'text', id: 'text', revision: 'number', position: 'number', data: 'object' },
  entry: { of: 'text', id: 'text', slug: 'text', current: 'number' },
  snapshot: { id: 'text', hash: 'text', content: 'object?', parts: 'object' },
  objection: {
    id: 'text',
    draftId: 'text',
    text: 'text',
    settledBy: 'text',
    disposition: 'text',
    reason: 'text?',
    minorityNote: 'text?',
  },
  ballot: {
    id: 'text',
    draftId: 'text?',
    reportId: 'text?',
    signal: 'text?',
    question: 'text',
    options: 'list?',
    rule: 'text',
    ruleVersion: 'number',
    parameters: 'object',
    quorum: 'any',
    names: 'text',
    results: 'text',
    opensAt: 'number',
    closesAt: 'number',
    closedAt: 'number',
    closeReason: 'text?',
    outcome: 'object',
    statement: 'text?',
    openedBy: 'text',
    preset: 'text?',
    closer: 'text',
    secondModerator: 'flag',
    lastCall: 'number?',
    lastCallRestarts: 'flag',
    electors: 'list',
    texts: 'list',
  },
  paper: { ballotId: 'text', id: 'text', receipt: 'text', replaced: 'flag' },
  version: {
    id: 'text',
    entryId: 'text',
    n: 'number',
    of: 'text',
    variant: 'text?',
    snapshotId: 'text',
    note: 'text',
    authors: 'list',
    decision: 'object',
    ballotId: 'text?',
    draftId: 'text?',
    publishedBy: 'text',
    publishedAt: 'number',
  },
  edition: { id: 'text', name: 'text', note: 'text', hash: 'text', by: 'text', entries: 'list' },
}

/** Members that a line may have besides. */
const extras: Partial<Record<BundleKind | 'manifest', Shape>> = {
  event: { leaf: 'object' },
  paper: {
    replaces: 'text?',
    choice: 'text',
    reason: 'text',
    covered: 'object',
    marks: 'object?',
    reaffirms: 'text?',
    by: 'text?',
  },
}

export interface Line {
  kind: BundleKind | 'manifest'
  n: number
  text: string
  value: Record<string, unknown>
}

/**
 * Reads one line and holds it against the shape of its kind.
 *
 * @throws BadFile where it is no object of a known kind; Lie where it is not written in the one way there is.
 */
export function readLine(text: string, n: number): Line {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadFile(`Line ${n} is not JSON.`)
  }
  if (!isObject(value)) throw new BadFile(`Line ${n} is no object.`)
  const kind = [...bundleKinds, 'manifest' as const].find((one) => one === value.kind)
  if (kind === undefined) throw new BadFile(`Line ${n} is of no kind that is known.`)
  const [needed, extra] = [shapes[kind], extras[kind] ?? {}]
  for (const [name, type] of Object.entries(needed)) {
    if (!Object.hasOwn(value, name)) throw new BadFile(`Line ${n} (${kind}) has no “${name}”.`)
    if (!fits(value[name], type)) throw new BadFile(`Line ${n} (${kind}): “${name}” is not what it has to be.`)
  }
  for (const [name, member] of Object.entries(value)) {
    if (name === 'kind' || Object.hasOwn(needed, name)) continue
    if (!Object.hasOwn(extra, name)) throw new BadFile(`Line ${n} (${kind}) has a “${name}” that is not known.`)
    if (!fits(member, extra[name] ?? 'any'))
      throw new BadFile(`Line ${n} (${kind}): “${name}” is not what it has to be.`)
  }
  const again = canonicalJson(value)
  if (again !== text) throw new Lie(`line ${n}`, 'it is not in RFC 8785 form', excerpt(text), excerpt(again))
  return { kind, n, text, value }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fits(value: unknown, type: Type): boolean {
  if (type.endsWith('?') && value === null) return true
  switch (type.replace('?', '')) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return Number.isSafeInteger(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'object':
      return isObject(value)
    case 'list':
      return Array.isArray(value)
    default:
      return value !== undefined
  }
}

function excerpt(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
