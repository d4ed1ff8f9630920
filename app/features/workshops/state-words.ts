/** Where a workshop stands, in words. */
export const stateWords = { planned: '◌ Planned', live: '● Live now', ended: '– Ended' } as const
