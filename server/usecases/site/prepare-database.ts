import type { Deps } from '../../deps.ts'

/** Fills an empty database: the atlas always, demo accounts and demo content in demo mode. */
export async function prepareDatabase(_deps: Deps, _root: string): Promise<void> {}
