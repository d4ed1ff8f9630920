import type { Requirement } from '../ballot.ts'
import { listed, quoted, statusQuo } from '../options.ts'
import type { Contest, OptionsRule } from './rule.ts'
import { beaten, pairsOf, strongestPaths, unbeaten } from './schulze.ts'

/** [B29] */
export const ranked: OptionsRule = {
  kind: 'options',
  id: 'ranked',
  version: 1,
  label: 'Ranked choice (Schulze)',
  ask: 'Give 1 to the option you like best, 2 to the next, and so on. Equal ranks are allowed; what you leave out comes last.',
  explain: () =>
    'Everyone ranks the options. Each is compared with each other: an option beats another when its strongest path of majorities to it is stronger than the way back (Schulze method). The option that beats all others is taken, if more people prefer it to leaving everything as it is than the other way round. On a tie everything stays as it is.',
  parameters: [],
  choose(contest) {
    const ids = contest.options.map(({ id }) => id)
    const pairs = pairsOf(ids, contest.marks)
    const paths = strongestPaths(pairs)
    const places = unbeaten(paths)
    const ahead = ids.filter((_, place) => places.includes(place))
    return {
      ahead,
      points: beaten(paths),
      pairs,
      paths,
      requirements: [unbeatenRequirement(contest, ahead), ...headToHead(contest, pairs, places)],
    }
  },
}

function unbeatenRequirement({ options, marks }: Contest, ahead: readonly string[]): Requirement {
  const names = listed(ahead.map((id) => quoted(options, id)))
  const met = ahead.length === 1 && ahead[0] !== statusQuo.id
  const words = () => {
    if (marks.length === 0) return 'Nobody ranked the options, so everything stays as it is.'
    if (ahead.length > 1) return `A tie: none of ${names} beats the others. A tie leaves everything as it is.`
    return met ? `One option beats all others: ${names}.` : 'Leaving everything as it is beats all other options.'
  }
  return { id: 'option', met, words: words() }
}

/** No option is taken against a majority that would rather leave everything as it is. */
function headToHead({ options }: Contest, pairs: readonly (readonly number[])[], places: readonly number[]) {
  const [place = -1] = places
  const option = options[place]
  if (places.length !== 1 || option === undefined || option.id === statusQuo.id) return []
  const quo = options.length - 1
  const [more, less] = [pairs[place]?.[quo] ?? 0, pairs[quo]?.[place] ?? 0]
  const words = `Papers that prefer “${option.label}” to leaving everything as it is: ${more}; the other way round: ${less}. More are needed.`
  return [{ id: 'status-quo' as const, met: more > less, words }]
}
