import { BandChart } from '#app/charts/band-chart.tsx'
import { Time } from '#app/components/time.tsx'
import { numberWords, readingWords } from '#app/features/bands/number-words.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { fewest } from '#domain/bands/band.ts'
import type { BandView, MarkerView } from '#server/views/band-of.ts'

type Scale = NonNullable<BandView['scale']>
type Placed = NonNullable<BandView['placed']>

/** The markers as a picture and as a table, with the band and what the reading says of it. */
export function BandPicture({ scale, placed }: { scale: Scale; placed: Placed }) {
  const { markers, band, median, state } = placed
  const title = finding(scale, placed)
  return (
    <>
      {state === null || state === 'clear' ? null : (
        <div className={`notice ${state === 'nearing' ? '' : 'notice-bad'}`}>
          <p>
            <strong>{warnings[state]}</strong> {readingWords(scale)}
          </p>
        </div>
      )}
      <figure className="chart band-figure" aria-labelledby="band-finding">
        <figcaption>
          <h3 id="band-finding">{title}</h3>
          <p className="ui muted">
            {markers.length === 1 ? '1 marker' : `${markers.length} markers`} of members, in {scale.unit}
            {median === null ? '' : `; median ${numberWords(median)}`}.{' '}
            {band ? 'The band is the middle half of them.' : `A band needs ${fewest}.`}
          </p>
        </figcaption>
        <div className="chart-scroll">
          <BandChart
            drawing={{
              low: scale.low,
              high: scale.high,
              markers: markers.map(({ value }) => value),
              reading: scale.reading,
            }}
            unit={scale.unit}
            unstable={scale.unstable}
            band={band}
            label={`${title} The table says the same.`}
            say={numberWords}
          />
        </div>
        <details className="chart-table">
          <summary>The same as a table, with reasons</summary>
          <div className="chart-scroll">
            <MarkerTable markers={markers} unit={scale.unit} />
          </div>
        </details>
      </figure>
    </>
  )
}

const warnings = {
  nearing: 'The reading nears the band.',
  inside: 'The reading is inside the band.',
  beyond: 'The reading is beyond the band.',
}

function finding({ unit }: Scale, { markers, band }: Placed): string {
  if (!band) return markers.length === 0 ? 'Nobody placed a marker.' : 'Too few markers for a band yet.'
  if (band.low === band.high) return `The group sees the threshold at ${numberWords(band.low)} ${unit}.`
  return `The group sees the threshold between ${numberWords(band.low)} and ${numberWords(band.high)} ${unit}.`
}

function MarkerTable({ markers, unit }: { markers: readonly MarkerView[]; unit: string }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Where, in {unit}</th>
          <th scope="col">Who</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {markers.map((marker) => (
          <tr key={marker.key}>
            <td>{numberWords(marker.value)}</td>
            <th scope="row">{marker.mine ? `${marker.name} (you)` : marker.name}</th>
            <td>
              <PlainText text={marker.reason} />
              <Earlier marker={marker} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Earlier({ marker: { earlier, moves, name } }: { marker: MarkerView }) {
  if (moves === 0) return null
  return (
    <details>
      <summary>
        {moves === 1 ? 'Moved once' : `Moved ${moves} times`}
        <span className="visually-hidden"> by {name}</span>
      </summary>
      {moves > earlier.length ? <p className="ui muted">The latest {earlier.length} are shown.</p> : null}
      <ul className="list-plain">
        {earlier.map((one) => (
          <li key={`${one.at}/${one.value}`}>
            <Time at={one.at} only="date" />: {numberWords(one.value)}. {one.reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
