/** A place in the log of a draft's document: everything up to and including change `seq` (history SPEC [H7]). */
export interface Moment {
  generation: number
  seq: number
}

/** A moment as it stands in an address: `1.240`. */
export function momentAddress({ generation, seq }: Moment): string {
  return `${generation}.${seq}`
}

/** Reads a moment out of an address; null for anything else. */
export function parseMoment(text: string): Moment | null {
  const [, generation, seq] = /^([1-9][0-9]{0,6})\.([1-9][0-9]{0,8})$/.exec(text) ?? []
  return generation && seq ? { generation: Number(generation), seq: Number(seq) } : null
}

/** One side of a comparison: a moment, the draft as it is now, or the entry's current version. */
export type Side = Moment | 'now' | 'current'

/** Two sides with three dots between them, as in `1.20...now`; null for anything else. */
export function parseRange(text: string): { before: Side; after: Side } | null {
  const [first = '', second = '', ...more] = text.split('...')
  const read = (one: string): Side | null => (one === 'now' || one === 'current' ? one : parseMoment(one))
  const [before, after] = [read(first), read(second)]
  return before && after && more.length === 0 ? { before, after } : null
}
