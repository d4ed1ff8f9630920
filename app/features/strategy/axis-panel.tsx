import { Panel } from '#app/features/reading/panel.tsx'
import type { AxisPosition } from '#server/views/strategy-panels.ts'

/** Where the entry stands on each axis: on a line where the values have an order, in boxes where they have none. */
export function AxisPanel({ axes }: { axes: readonly AxisPosition[] }) {
  return (
    <Panel
      id="axes"
      title="Axis position"
      why="A line only where the values have an order. Numbers say how many strategies of the atlas share a value; each leads to them."
    >
      {axes.map((axis) => (
        <div key={axis.id} className="axis">
          <h3>{axis.name}</h3>
          <p className="axis-text">{axis.description}</p>
          {axis.line.length > 0 ? <Steps steps={axis.line} className="axis-line" label={axis.name} /> : null}
          {axis.beside.length > 0 ? (
            <Steps
              steps={axis.beside}
              className="axis-boxes"
              label={axis.line.length > 0 ? `${axis.name}, without a place on the line` : axis.name}
            />
          ) : null}
        </div>
      ))}
    </Panel>
  )
}

function Steps({ steps, className, label }: { steps: AxisPosition['line']; className: string; label: string }) {
  return (
    <ol className={className} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={step.here ? 'axis-step axis-here' : 'axis-step'}>
          <a
            className="axis-value"
            href={step.href}
            title={step.description}
            aria-current={step.here ? 'true' : undefined}
          >
            {step.name}
            <span className="axis-count">
              {' '}
              {step.count}
              <span className="visually-hidden"> strategies{step.here ? ', this one among them' : ''}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}
