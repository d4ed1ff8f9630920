import { excerpt } from '#domain/text/excerpt.ts'

/** A text in lines of so many letters, broken between words; the last line is cut where the text is longer. */
export function wrap(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '' && lines.length < most - 1 && rest.length > letters) {
    const space = rest.lastIndexOf(' ', letters)
    const end = space > 0 ? space : letters
    lines.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? lines : [...lines, excerpt(rest, letters)]
}
