/** Running text in the one spelling in which words are compared ([N1]), with the way back to what it was made from. */
export interface Squeezed {
  text: string
  /** Where each character of `text` stands in the raw text. */
  at: Uint32Array
}

const space = /\s/

/** Every run of white space becomes one space; none stands at either end. */
export function squeeze(raw: string): Squeezed {
  const at = new Uint32Array(raw.length)
  const parts: string[] = []
  let length = 0
  let from = 0
  let gap = -1
  for (let i = 0; i <= raw.length; i += 1) {
    const blank = i === raw.length || space.test(raw.charAt(i))
    if (!blank) {
      if (gap >= 0 && length > 0) {
        parts.push(' ')
        at[length++] = gap
      }
      if (gap >= 0) from = i
      gap = -1
      at[length++] = i
    } else if (gap < 0) {
      parts.push(raw.slice(from, i))
      gap = i
    }
  }
  return { text: parts.join(''), at: at.subarray(0, length) }
}
