import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { judge } from '../../tests/factories/judge-bundle.ts'
import { mutate } from '../../tests/factories/mutate-bundle.ts'
import { seeded } from '../../tests/factories/random.ts'

/**
 * Plants one lie after the other in a bundle, ten thousand of them, and has both verifiers look at each. Prints one JSON
 * line; ends with 1 if either missed any. The bundle is one that `npm run cli -- bundle` wrote; a small one is best.
 */
const { values, positionals } = parseArgs({
  options: { mutants: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const [file] = positionals
if (file === undefined) throw new Error('Name the file of a bundle.')
const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
const whole = judge(lines)
const random = seeded(Number(values.seed))
const missed: string[] = []
const wanted = Number(values.mutants)
for (let i = 0; i < wanted; i += 1) {
  const mutant = mutate(lines, random)
  const { ours, other } = judge(mutant.lines)
  if (ours === null || other === null) missed.push(`${mutant.what}: ours ${ours}, other ${other}`)
}
console.log(JSON.stringify({ lines: lines.length, whole, mutants: wanted, missed }))
process.exitCode = missed.length > 0 || whole.ours !== null || whole.other !== null ? 1 : 0
