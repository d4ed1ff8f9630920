import type { TypedPhase } from '#server/usecases/workshops/edit-workshop.ts'

/** The phases of a sent agenda, in their order. */
export function readAgenda(typed: Record<string, string>): TypedPhase[] {
  const numbers = Object.keys(typed).flatMap((name) => /^(\d{1,3})\.kind$/.exec(name)?.[1] ?? [])
  const sorted = numbers.map(Number).sort((a, b) => a - b)
  return sorted.map((i) => {
    const text = (name: string) => typed[`${i}.${name}`] ?? ''
    return {
      was: text('was'),
      kind: text('kind'),
      title: text('title'),
      minutes: text('minutes'),
      writers: text('writers'),
      locksAtEnd: text('locksAtEnd') === 'yes',
      instruction: text('instruction'),
      material: text('material'),
    }
  })
}
