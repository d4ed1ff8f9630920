/** What one account wrote of a text, and did in its draft. */
export interface Written {
  actorId: string
  name: string
  /** Characters that stand in the text (history SPEC [H11]). */
  characters: number
}

/** An author, or with no characters somebody who took part in the writing and of whose words none stands. */
export interface Author {
  actorId: string
  name: string
  characters?: number
}

/**
 * The authors of a version, most written first, and after them those who took part (SPEC [P6]). Where the text began as
 * a copy of another draft or took parts over, those whose words stood there come after those who wrote in it (forks SPEC
 * [K5], [K13]): how much of theirs stands still is not counted.
 *
 * @param owner the draft's owner, who stands in where nobody's words stand in the text; null for nobody.
 * @param before whose words the draft began with, where it is a fork, and whose it took over.
 */
export function authorsOf(written: readonly Written[], owner: Named | null, before: readonly Named[] = []): Author[] {
  const sorted = [...written].sort(byAmount).map(asAuthor)
  const wrote = sorted.filter(isAuthor)
  const first = [...wrote, ...before.filter((one) => !wrote.some(isOf(one))).map(asNamed)]
  const authors = first.length === 0 && owner ? [asNamed(owner)] : first
  return [...authors, ...sorted.filter((one) => !authors.some(isOf(one)))]
}

type Named = Pick<Author, 'actorId' | 'name'>

function asNamed({ actorId, name }: Named): Author {
  return { actorId, name }
}

function isOf({ actorId }: Named): (other: Named) => boolean {
  return (other) => other.actorId === actorId
}

function asAuthor({ actorId, name, characters }: Written): Author {
  return { actorId, name, characters }
}

/** Did something of theirs stand in the text? Authors of older versions, which have no counts, did. */
export function isAuthor({ characters }: Author): boolean {
  return characters !== 0
}

/** The accounts of those whose words stand in the text; who only took part is not among them. */
export function authorIds(authors: readonly Author[]): string[] {
  return authors.filter(isAuthor).map(({ actorId }) => actorId)
}

function byAmount(a: Written, b: Written): number {
  if (a.characters !== b.characters) return b.characters - a.characters
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.actorId < b.actorId ? -1 : 1
}
