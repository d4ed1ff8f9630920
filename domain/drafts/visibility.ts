/** Who reads a draft, fewest first (access SPEC [V8]). */
export const visibilities = ['private', 'unlisted', 'members', 'public'] as const
export type Visibility = (typeof visibilities)[number]

export const visibilityWords: Record<Visibility, { label: string; hint: string }> = {
  private: { label: 'Its own people', hint: 'Those named here, and the moderators.' },
  unlisted: { label: 'Members who have the address', hint: 'It stands in no list of drafts.' },
  members: { label: 'All members', hint: 'Whoever has an account of a contributor or more.' },
  public: { label: 'Everybody', hint: 'Also without an account. What is argued about it is public, too.' },
}
