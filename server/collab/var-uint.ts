/** Bytes that a number takes in the wire's variable form: seven bits each. */
export function varUintLength(n: number): number {
  let length = 1
  for (let rest = n; rest > 127; rest = Math.floor(rest / 128)) length += 1
  return length
}

/** Writes a number in the wire's variable form. @returns the place behind it. */
export function putVarUint(bytes: Uint8Array, at: number, n: number): number {
  let end = at
  let rest = n
  while (rest > 127) {
    bytes[end] = 128 | (rest % 128)
    rest = Math.floor(rest / 128)
    end += 1
  }
  bytes[end] = rest
  return end + 1
}
