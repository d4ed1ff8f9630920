export interface ScenarioFacts {
  slug: string
  /** Id of the adversary class; empty where none is given. */
  adversary: string
}

export interface AnsweringStrategy {
  slug: string
  /** Slugs of the scenarios the entry names, in any order. */
  names: readonly string[]
}

export interface ClassGroup {
  /** Empty for scenarios without a class that is listed. */
  adversary: string
  /** Slugs, in the order given. */
  scenarios: string[]
}

export interface Answering {
  strategy: string
  /** Slugs in the order of the scenarios. */
  scenarios: string[]
  /** How many adversary classes these belong to. */
  classes: number
}

export interface Answers {
  several: Answering[]
  one: Answering[]
  /** Slugs of strategies that answer nothing. */
  none: string[]
}

/** Scenarios by adversary class (SPEC [S2]). */
export function byAdversary(scenarios: readonly ScenarioFacts[], classes: readonly string[]): ClassGroup[] {
  const classOf = ({ adversary }: ScenarioFacts) => (classes.includes(adversary) ? adversary : '')
  return [...classes, '']
    .map((adversary) => ({
      adversary,
      scenarios: scenarios.filter((one) => classOf(one) === adversary).map(({ slug }) => slug),
    }))
    .filter((group) => group.scenarios.length > 0)
}

/** Which strategies answer several scenarios, one, or none (SPEC [S1], [S3]–[S5]). */
export function answers(strategies: readonly AnsweringStrategy[], scenarios: readonly ScenarioFacts[]): Answers {
  const all = strategies.map(({ slug, names }): Answering => {
    const answered = scenarios.filter((scenario) => names.includes(scenario.slug))
    return {
      strategy: slug,
      scenarios: answered.map((scenario) => scenario.slug),
      classes: new Set(answered.map(({ adversary }) => adversary)).size,
    }
  })
  return {
    several: all
      .filter((one) => one.scenarios.length > 1)
      .sort((x, y) => y.scenarios.length - x.scenarios.length || y.classes - x.classes),
    one: all.filter((one) => one.scenarios.length === 1),
    none: all.filter((one) => one.scenarios.length === 0).map(({ strategy }) => strategy),
  }
}
