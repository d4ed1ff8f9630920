import { expect, test } from 'vitest'
import { namedIn, namesAfterSigns } from '../../../domain/notifications/mentions.ts'

const accounts = new Map([
  ['ada', 'a'],
  ['ada lovelace', 'al'],
  ['günther oß', 'g'],
  ["sean o'neil", 's'],
  ['j. doe', 'j'],
])
const named = (text: string) => namedIn(namesAfterSigns(text), accounts)

test.each([
  ['@Ada, what do you say?', ['a']],
  ['I ask @Ada Lovelace and @ada.', ['al', 'a']],
  ['(@Ada) "@Ada Lovelace"', ['a', 'al']],
  ["See @Ada's words", ['a']],
  ["@Sean O'Neil's words", ['s']],
  ['@J. Doe: yes', ['j']],
  ['@Günther Oß', ['g']],
  ['@Ada\n@Ada', ['a']],
  ['@Adaption is not she', []],
  ['mail@ada or ada@example.org', []],
  ['@ Ada', []],
  ['', []],
])('[I16] %s', (text, expected) => {
  expect(named(text)).toEqual(expected)
})

test('[I17] ten people at most, and a storm of signs costs little', () => {
  const many = new Map(Array.from({ length: 40 }, (_, i) => [`p${i}`, `${i}`]))
  const text = [...many.keys()].map((name) => `@${name}`).join(' ')
  expect(namedIn(namesAfterSigns(text), many)).toHaveLength(10)
  expect(namesAfterSigns('@a '.repeat(7_000))).toHaveLength(50)
})
