import { expect, it } from 'vitest'
import { pendingParts } from '../../../domain/publishing/pending.ts'

it('[P34] names what a draft would change, add or leave out, as the page does and in its order', () => {
  const current = { title: 'a', 'section/bet': 'b', 'section/threshold': 'c', 'field/lever': 'd' }
  const next = { title: 'A', 'section/bet': 'b', 'field/lever': 'D', 'section/mechanism': 'm', declarations: 'r' }
  expect(pendingParts('strategy', current, next)).toEqual([
    'Title',
    'Mechanism',
    'Self-undermining threshold',
    'Lever',
    'Relations',
  ])
  expect(pendingParts('strategy', current, current)).toEqual([])
})
