import type { Q } from '../../db/store.ts'

/** How rows of a table come into a person's copy of their data, or why they do not ([A20]). */
export type PersonalTable = { words: string; read: (q: Q, id: string) => Promise<object[]> } | { not: string }
