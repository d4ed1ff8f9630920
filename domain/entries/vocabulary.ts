/** Which side of the transition a lever works on. */
export type Side = 'ai-side' | 'world-side' | 'mixed'

/** Something a strategy pulls on, in one of two directions. */
export interface Lever {
  id: string
  name: string
  /** Name of the pull `+`. */
  positivePull: string
  /** Name of the pull `-`. */
  negativePull: string
  side: Side
  description: string
}

export interface AxisValue {
  id: string
  name: string
  description: string
}

/** One coordinate of a strategy and the values it may take, in reading order. */
export interface Axis {
  id: string
  name: string
  description: string
  values: AxisValue[]
}

/** A rank of expertise or recognition. */
export interface Tier {
  id: string
  name: string
  description: string
}

/** Where a person may stand on a strategy. */
export interface Stance {
  id: string
  name: string
  description: string
}

/** Why two strategies are related (domain/relations). */
export interface Mechanism {
  id: string
  label: string
  kind: 'conflict' | 'complement' | 'same-lever'
  gloss: string
  explanation: string
}

/** A named bundle of strategies. */
export interface Portfolio {
  id: string
  name: string
  description: string
  /** Slugs, in the order in which the portfolio names them. */
  strategies: string[]
}

/** What is said of a tag; tags that nobody said anything of have none. */
export interface Tag {
  id: string
  description: string
  /** The tag that it is another name of (vocabulary SPEC [U25]). */
  into?: string
}

/** The shared words in which entries are written: versioned data, not entries. Lists are in reading order. */
export interface Vocabulary {
  levers: Lever[]
  axes: Axis[]
  expertise: Tier[]
  recognition: Tier[]
  stances: Stance[]
  mechanisms: Mechanism[]
  portfolios: Portfolio[]
  tags: Tag[]
}

/** The `kind` under which the members of each list are stored. */
export const vocabularyKinds = {
  levers: 'lever',
  axes: 'axis',
  expertise: 'expertise',
  recognition: 'recognition',
  stances: 'stance',
  mechanisms: 'mechanism',
  portfolios: 'portfolio',
  tags: 'tag',
} as const satisfies Record<keyof Vocabulary, string>

export type VocabularyKind = (typeof vocabularyKinds)[keyof Vocabulary]
