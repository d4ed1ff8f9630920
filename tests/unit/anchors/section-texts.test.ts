import { expect, it } from 'vitest'
import { paragraph } from '../../../domain/prose/tree.ts'
import { sectionTexts } from '../../../server/usecases/threads/words-of.ts'

it('[N1] reads each section of a content once, however many anchors are in it', () => {
  let reads = 0
  const sections = {
    get bet() {
      reads += 1
      return paragraph(' Time  is what is\nmissing. ')
    },
  }
  const textOf = sectionTexts({ kind: 'strategy', schema: 1, title: 'Pause', sections, fields: {}, declarations: [] })
  expect([textOf('bet'), textOf('bet'), textOf('mechanism')]).toEqual([
    'Time is what is missing.',
    'Time is what is missing.',
    '',
  ])
  expect(reads).toBe(1)
})
