import { ownAccountTables } from './own-tables.ts'
import type { PersonalTable } from './personal-table.ts'
import { saidTables } from './said-tables.ts'

/**
 * Every table that names a person, by its name in the database. A test fails on one that is not here. Secrets and
 * their hashes are left out.
 */
export const personalTables: Readonly<Record<string, PersonalTable>> = { ...ownAccountTables, ...saidTables }
