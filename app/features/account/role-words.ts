/** What each role is called in running text and what it may do, in a line. */
export const roleWords: Record<string, { name: string; may: string } | undefined> = {
  reader: { name: 'reader', may: 'Reads what is published.' },
  contributor: { name: 'contributor', may: 'Writes drafts, argues in threads, votes.' },
  reviewer: { name: 'reviewer', may: 'A contributor who also reviews drafts of others.' },
  facilitator: { name: 'facilitator', may: 'A contributor who also leads workshops.' },
  moderator: { name: 'moderator', may: 'Closes threads, disposes of objections, publishes what a ballot adopted.' },
  admin: { name: 'admin', may: 'Everything a moderator may, and the care of the site.' },
}
