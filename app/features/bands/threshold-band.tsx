import { Link, useSearchParams } from '@remix-run/react'
import { BandPicture } from '#app/features/bands/band-picture.tsx'
import { MarkerForm } from '#app/features/bands/marker-form.tsx'
import { numberWords, readingWords } from '#app/features/bands/number-words.ts'
import { ScaleForm } from '#app/features/bands/scale-form.tsx'
import { useStaysOpen } from '#app/features/live/use-stays-open.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import type { BandView } from '#server/views/band-of.ts'

interface ThresholdBandProps {
  band: BandView
  actorId: string | null
  showing: Showing
  answer: Answer | undefined
}

/** Where the group sees the threshold: the scale, one's own marker, and the others once one has placed it. */
export function ThresholdBand({ band, actorId, showing, answer }: ThresholdBandProps) {
  const { scale, mayEdit } = band
  const scaleAnswered = answerTo(answer, { intent: 'scale' }) !== undefined
  const markerAnswered = answerTo(answer, { intent: 'marker' }) !== undefined
  const scales = useStaysOpen(useSearchParams()[0].has('scale'), mayEdit) || scaleAnswered
  const marks = useStaysOpen(actorId !== null, mayEdit) || markerAnswered
  return (
    <section className="threshold-band" id="band" aria-labelledby="band-title">
      <h2 id="band-title">Where it lies</h2>
      {actorId !== null && scales ? (
        <ScaleForm band={band} cancel={threadHref(showing, {}, '#band')} answer={answer} />
      ) : (
        <ScaleLine band={band} showing={showing} />
      )}
      {scale && band.placed ? <BandPicture scale={scale} placed={band.placed} /> : null}
      {scale && band.placed === null && !mayEdit ? (
        <p className="muted ui">Where members see it is shown once the hearing is resolved.</p>
      ) : null}
      {scale && marks && actorId !== null ? (
        <MarkerForm
          key={band.own?.move ?? 0}
          scale={scale}
          own={band.own}
          threadId={showing.id}
          actorId={actorId}
          may={mayEdit}
          answer={answer}
        />
      ) : null}
    </section>
  )
}

function ScaleLine({ band: { scale, mayEdit }, showing }: { band: BandView; showing: Showing }) {
  const link = mayEdit ? (
    <Link to={threadHref(showing, { scale: 'edit' }, '#band')} preventScrollReset>
      {scale ? 'Change the scale or the reading' : 'Name a scale'}
    </Link>
  ) : null
  if (!scale) {
    return (
      <p className="ui">
        No scale is named yet. With a unit and two ends each member can say where on it the threshold lies. {link}
      </p>
    )
  }
  return (
    <p className="ui">
      From {numberWords(scale.low)} to {numberWords(scale.high)} {scale.unit}; it defeats itself {scale.unstable} the
      threshold. {readingWords(scale)} {link}
    </p>
  )
}
