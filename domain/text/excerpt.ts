/**
 * The beginning of a text on one line, cut at a word, so that a list does not grow with what somebody wrote.
 *
 * @param most characters of the answer, the sign that something was cut included.
 */
export function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const word = cut.lastIndexOf(' ')
  return `${cut.slice(0, word > most / 2 ? word : cut.length).trimEnd()}…`
}
