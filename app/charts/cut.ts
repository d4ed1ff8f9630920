/** A text that fits into so many letters, with an ellipsis where something is missing. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
}
