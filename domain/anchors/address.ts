/** Names, within a page, the place where a thread's words are listed; a script goes on to the words themselves. */
export function wordsAnchor(threadId: string): string {
  return `words-${threadId}`
}
