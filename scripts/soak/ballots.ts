import { optionsRules, textRules } from '../../domain/ballots/rules/registry.ts'
import { checkHistory, randomFrom } from '../../tests/unit/ballots/options-histories.ts'
import { checkTextHistory } from '../../tests/unit/ballots/text-histories.ts'

/*
 * Draws a million random histories for each rule and holds against each what ballots/SPEC.md promises: votes are
 * conserved, their order changes nothing, more support undoes nothing, the status quo holds when nothing else wins, and
 * a second count agrees. Ends with 1 and the whole history at the first that breaks.
 *
 * Usage: npm run soak:ballots [-- <histories per rule> [<seed>]]
 */
const [histories = 1_000_000, seed = Date.now() % 2 ** 32] = process.argv.slice(2).map(Number)
console.log(`${histories} histories for each rule, seed ${seed}`)

function soak(id: string, check: (random: () => number) => void): void {
  const [random, began] = [randomFrom(seed), performance.now()]
  for (let run = 0; run < histories; run += 1) check(random)
  console.log(`${id}: every promise held (${((performance.now() - began) / 1000).toFixed(1)} s)`)
}

for (const rule of optionsRules) soak(rule.id, (random) => checkHistory(rule, random))
for (const rule of textRules) soak(rule.id, (random) => checkTextHistory(rule, random))
