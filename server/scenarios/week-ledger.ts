import type { Viewer } from '../../domain/access/viewer.ts'

/** Something that somebody said in a thread, as whoever wrote it down beside the site saw it. */
export interface Said {
  id: string
  thread: string
  by: string
  /** Who was answered by it; null where nobody was. */
  to: string | null
  /** Everybody whom it names with an @. */
  names: readonly string[]
}

/** What one person's inbox must hold: what waits for them, and how many contributions are news in each thread. */
export interface Expected {
  needs: Set<string>
  news: Map<string, number>
}

/**
 * What happened in the week, written down by whoever made it happen, and what follows for every inbox. It knows nothing of
 * how the site tells people: only the clauses of `domain/notifications/SPEC.md`.
 */
export class WeekLedger {
  readonly said: Said[] = []
  /** Who reacted to which contribution, or answered it. */
  private readonly met = new Set<string>()
  private readonly hidden = new Set<string>()
  /** Since when somebody hears everything of a thread: the place in `said` after which it is news. */
  private readonly seen = new Map<string, number>()
  private readonly reacted = new Set<string>()
  /** Things that wait for one or several people: by the thing, who they are. */
  private readonly waits = new Map<string, Set<string>>()

  opened(thread: string, by: string): void {
    this.seen.set(`${by} ${thread}`, this.said.length)
  }

  say(said: Said, answers: string | null): void {
    if (answers !== null) this.met.add(`${said.by} ${answers}`)
    this.said.push(said)
    this.seen.set(`${said.by} ${said.thread}`, this.said.length)
  }

  react(by: string, contribution: string): void {
    this.met.add(`${by} ${contribution}`)
    this.reacted.add(`${by} ${contribution}`)
  }

  hide(contribution: string): void {
    this.hidden.add(contribution)
  }

  show(contribution: string): void {
    this.hidden.delete(contribution)
  }

  /** From now on it waits for these people, whoever waited for it before. */
  wait(what: string, ...people: readonly string[]): void {
    this.waits.set(what, new Set(people))
  }

  /** It does not wait any more: for one person, or for anybody. */
  over(what: string, person?: string): void {
    if (person === undefined) this.waits.delete(what)
    else this.waits.get(what)?.delete(person)
  }

  /** What a person's inbox must hold now. */
  of({ actorId }: Viewer): Expected {
    const needs = new Set<string>()
    for (const [what, people] of this.waits) if (people.has(actorId)) needs.add(what)
    const news = new Map<string, number>()
    for (const [i, { id, thread, by, to, names }] of this.said.entries()) {
      if (by === actorId) continue
      // Who is named or answered is told of that, and not a second time that the thread has news ([I2]).
      if (to === actorId || names.includes(actorId)) {
        if (!this.met.has(`${actorId} ${id}`) && !this.hidden.has(id)) needs.add(`words ${id}`)
      } else if (i >= (this.seen.get(`${actorId} ${thread}`) ?? Number.POSITIVE_INFINITY)) {
        news.set(thread, (news.get(thread) ?? 0) + 1)
      }
    }
    return { needs, news }
  }
}
