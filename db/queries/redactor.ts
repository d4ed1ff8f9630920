/** How words are removed for good: what a text is without them, and whether it says them. */
export interface Redactor {
  redact(text: string): string
  says(text: string): boolean
}
