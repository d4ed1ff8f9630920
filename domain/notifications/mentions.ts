/** People that one contribution names at most; further names are words ([I17]). */
export const mostNamed = 10

/** Whom one person may name within an hour, and how often one is mailed at once of it ([I17]). */
export const namedPerHour = { by: 30, mails: 5 } as const

/** Words that a name may have. */
const mostWords = 6

/**
 * What each `@` of a text may name: the words after it as far as a name could reach, longest first, in small letters
 * ([I16]).
 */
export function namesAfterSigns(text: string): string[][] {
  const found: string[][] = []
  for (const match of text.matchAll(/(?<=^|[\s([{"'«“‘>*_])@(?=\S)/gmu)) {
    const [line = ''] = text.slice(match.index + 1, match.index + 161).split('\n')
    const names = beginnings(line)
    if (names.length > 0) found.push(names)
    // A text of nothing but signs costs no more than one that is read.
    if (found.length === 50) break
  }
  return found
}

function beginnings(line: string): string[] {
  const names: string[] = []
  let end = 0
  for (const word of line.split(' ').slice(0, mostWords)) {
    end += word.length
    const name = line.slice(0, end)
    // "Ada's", "Ada," and "Ada." name Ada; a name may end in a full stop as well.
    for (const one of [name, name.replace(/[^\p{L}\p{N}]+$/u, ''), name.replace(/['’]s$|['’]$/u, '')]) {
      if (one !== '' && !names.includes(one.toLowerCase())) names.push(one.toLowerCase())
    }
    end += 1
  }
  return names.sort((a, b) => b.length - a.length)
}

/**
 * Whom a text names ([I16], [I17]): each person once, in the order of the text.
 *
 * @param accounts ids by name in small letters; a name that several have is missing.
 */
export function namedIn(signs: readonly (readonly string[])[], accounts: ReadonlyMap<string, string>): string[] {
  const named = new Set<string>()
  for (const names of signs) {
    const name = names.find((one) => accounts.has(one))
    const actorId = name === undefined ? undefined : accounts.get(name)
    if (actorId !== undefined) named.add(actorId)
  }
  return [...named].slice(0, mostNamed)
}
