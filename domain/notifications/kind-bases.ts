/** News that waits for nothing. */
export const told = { role: 'account', needs: false, arrives: 'decisions', counted: false } as const
/** Something that only its reader, or one of a few, can do. */
export const duty = { needs: true, arrives: 'always', counted: false } as const
