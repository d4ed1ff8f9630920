/**
 * Axes whose values can be ordered, from least to most. Only these may be drawn on a line: drawing the others so would
 * invent an order. A value that is not listed stands beside the line.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  coercion: ['consent', 'market', 'friction', 'treaty', 'state-coercion', 'unilateral-force'],
  'time-horizon': ['pre-transition', 'during-transition', 'post-transition'],
}

/** Axes with the values that have an order in that order, and the others behind them: the same wherever they are listed. */
export function inOrder<A extends { id: string; values: readonly { id: string }[] }>(axes: readonly A[]): A[] {
  return axes.map((axis) => {
    const { line, beside } = axisOrder(axis.id, axis.values)
    return { ...axis, values: [...line, ...beside] }
  })
}

/** Splits an axis's values into those on a line, in order, and those beside it; no line for an axis without order. */
export function axisOrder<V extends { id: string }>(axis: string, values: readonly V[]): { line: V[]; beside: V[] } {
  const order = orders[axis] ?? []
  const line = order.flatMap((id) => values.filter((value) => value.id === id))
  return { line, beside: values.filter((value) => !order.includes(value.id)) }
}
