import { walkTheTable } from './walk.ts'

walkTheTable('forms')
