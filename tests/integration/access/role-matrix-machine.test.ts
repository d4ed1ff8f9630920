import { walkTheTable } from './walk.ts'

walkTheTable('machine')
