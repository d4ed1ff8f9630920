interface Kept {
  seq: number
  hash: string
  at: number
  key: string
  signature: string
}

export const schemaHash: string

export class Independent {
  take(line: string): void
  /** @returns how many lines of each kind were checked. */
  end(kept?: readonly Kept[]): Record<string, number>
}
