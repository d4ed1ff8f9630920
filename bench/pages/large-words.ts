import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../tests/factories/random.ts'
import { pick, upTo } from '../../tests/factories/random.ts'

/** Text that is as long and as varied as what people write, and says nothing. */
export interface Words {
  sentence(): string
  paragraph(sentences: number): string
  title(): string
  name(): string
}

const syllables =
  'ba be bo ca co da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo na ne no pa po ra re ri ro sa se si so ta te ti to va ve vo za'.split(
    ' ',
  )

/**
 * Words of the shipped atlas, each as often as there, and one in twelve made up, so that an index of them has both the
 * common words and the long tail of a large one.
 */
export function largeWords(vault: string, random: Random): Words {
  const texts = readdirSync(join(vault, 'strategies')).map((name) =>
    readFileSync(join(vault, 'strategies', name), 'utf8'),
  )
  const common = texts.flatMap(
    (text) =>
      text
        .split('---\n')
        .at(-1)
        ?.match(/\b[a-z]{2,14}\b/g) ?? [],
  )
  const word = () => (random() < 1 / 12 ? made(random, 2 + upTo(random, 3)) : pick(random, common))
  const many = (n: number) => Array.from({ length: n }, word).join(' ')
  const sentence = () => `${capital(many(8 + upTo(random, 14)))}.`
  return {
    sentence,
    paragraph: (sentences) => Array.from({ length: sentences }, sentence).join(' '),
    title: () => capital(`${made(random, 3)} ${many(1 + upTo(random, 4))}`),
    name: () => `${capital(made(random, 2 + upTo(random, 2)))} ${capital(made(random, 2 + upTo(random, 3)))}`,
  }
}

function made(random: Random, length: number): string {
  return Array.from({ length }, () => pick(random, syllables)).join('')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
