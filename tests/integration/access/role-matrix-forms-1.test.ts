import { walkTheTable } from './walk.ts'

// In three files, which run beside each other.
walkTheTable('forms', { n: 1, of: 3 })
