import { ArgumentChart } from '#app/charts/argument-chart.tsx'
import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { TypeMark } from '#app/features/threads/marks.tsx'
import { LineMarks } from '#app/features/threads/overview/line-marks.tsx'
import type { MapView } from '#server/views/overview-map.ts'

interface MapProps {
  thread: { id: string; title: string }
  map: MapView
}

/** An argument as a picture, with the same contributions as a table below. */
export function ArgumentMap({ thread, map }: MapProps) {
  const { drawn, left, aboutCandidates } = map
  const first = (type: 'for' | 'against') => {
    const group = map.groups.find((one) => one.type === type)
    const n = group ? group.roots.length + group.more : 0
    return n === 1 ? '1 reason' : `${n} reasons`
  }
  const picture = `/charts/argument.svg?thread=${thread.id}`
  return (
    <ChartFrame
      id="argument-map"
      title={`${first('for')} for, ${first('against')} against`}
      n={
        <>
          n = {drawn} {drawn === 1 ? 'contribution' : 'contributions'} drawn
          {left > 0 ? `, ${left} more in the outline` : ''}
          {aboutCandidates > 0 ? `; ${aboutCandidates} about candidates stand in the outline alone` : ''}
        </>
      }
      note="Left what is for it, right what is against it, below the rest; answers stand indented under what they answer. Where there is more than fits, cruxes come first and then what was answered most."
      svg={picture}
      csv={`/threads/${thread.id}/overview.csv`}
      table={<DrawnTable threadId={thread.id} map={map} />}
    >
      <ArgumentChart thread={thread} map={map} />
    </ChartFrame>
  )
}

function DrawnTable({ threadId, map }: { threadId: string; map: MapView }) {
  const rows = map.groups.flatMap(({ roots }) =>
    roots.flatMap(({ line, answers }) => [
      { line, under: null },
      ...answers.map((answer) => ({ line: answer, under: line.author })),
    ]),
  )
  return (
    <table className="table cards-on-phone">
      <caption className="visually-hidden">Contributions on the map</caption>
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">Author</th>
          <th scope="col">Words</th>
          <th scope="col">Answers</th>
          <th scope="col">Stands under</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, under }) => (
          <tr key={line.id}>
            <td>
              <TypeMark type={line.type} />
            </td>
            <td>{line.author}</td>
            <th scope="row">
              <a href={`/threads/${threadId}?at=${line.id}#c-${line.id}`}>{line.text}</a> <LineMarks line={line} />
            </th>
            <td>
              <span className="cell-label">Answers: </span>
              {line.answers}
            </td>
            <td>
              <span className="cell-label">Stands under </span>
              {under === null ? 'the claim' : `what ${under} says`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
