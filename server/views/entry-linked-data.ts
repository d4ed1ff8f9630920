import type { Viewer } from '../../domain/access/viewer.ts'
import { cellText, rowsField, setField, textField } from '../../domain/entries/field-values.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { fixedOptions } from '../../domain/entries/options.ts'
import { safeUrl } from '../../domain/prose/safe-url.ts'
import { dayOf } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { citation } from './citation.ts'
import { opening } from './feed.ts'
import { published, readableAtlas } from './readable-atlas.ts'

/**
 * An entry in the words of schema.org, as JSON-LD. A source carries one ClaimReview for each claim that somebody
 * has given a status; a person is described by what they do, never by what we think of them.
 *
 * @throws AppError `not-found`.
 */
export async function entryLinkedData(
  deps: Deps,
  viewer: Viewer | null,
  { kind, id, origin }: { kind: EntryKind; id: string; origin: string },
) {
  const index = await readableAtlas(deps, viewer)
  const { content, title, publishedAt } = published(index, kind, id)
  const cited = await citation(deps, viewer, { kind, id, origin })
  const page = `${origin}/${kindPath[kind]}/${id}`
  const publisher = { '@type': 'Organization', name: cited.atlas, url: origin }
  const article = {
    '@type': kind === 'concept' ? 'DefinedTerm' : 'Article',
    '@id': page,
    url: page,
    name: title,
    ...(kind === 'concept' ? {} : { headline: title }),
    description: textField(content, 'summary') || opening(content),
    version: String(cited.version),
    datePublished: new Date(publishedAt).toISOString(),
    author: cited.authors.map((name) => ({ '@type': 'Person', name })),
    publisher,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    keywords: setField(content, 'tags'),
  }
  const about =
    kind === 'person'
      ? {
          about: {
            '@type': 'Person',
            name: title,
            jobTitle: textField(content, 'role'),
            ...(safeUrl(textField(content, 'wikipedia')) && { sameAs: textField(content, 'wikipedia') }),
          },
        }
      : {}
  return { '@context': 'https://schema.org', '@graph': [{ ...article, ...about }, ...claimReviews()] }

  function claimReviews() {
    if (kind !== 'source') return []
    const statuses = fixedOptions['claim-statuses'] ?? []
    return rowsField(content, 'claims').flatMap((row) => {
      const status = statuses.find((one) => one.id === row.status)
      if (!status) return []
      return {
        '@type': 'ClaimReview',
        url: `${page}#claims`,
        claimReviewed: cellText(row, 'text'),
        author: publisher,
        datePublished: dayOf(publishedAt),
        reviewRating: { '@type': 'Rating', alternateName: status.label },
        itemReviewed: {
          '@type': 'Claim',
          appearance: { '@type': 'CreativeWork', name: title, publisher: textField(content, 'outlet') },
        },
      }
    })
  }
}
