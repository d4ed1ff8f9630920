/** The part of a thread that a page asks for. */
export interface ThreadAsk {
  order?: string | undefined
  /** One type of contribution only. */
  only?: string | undefined
  /** 1-based. */
  page?: number | undefined
  /** A contribution that must be on the page, shown whole. */
  at?: string | undefined
  /** A contribution whose earlier wordings are wanted. */
  history?: string | undefined
}
