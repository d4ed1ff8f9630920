/** Words as lists and files say them: what is hidden is empty where everybody reads it ([Y9]). */
export function shownWords(text: string): string {
  return text === '' ? '[hidden]' : text
}
