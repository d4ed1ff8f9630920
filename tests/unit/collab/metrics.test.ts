import { describe, expect, it } from 'vitest'
import { CollabMetrics, Histogram } from '../../../server/collab/metrics.ts'
import { collabMetricsText } from '../../../server/http/collab-metrics.ts'

const status = () => ({
  rooms: 2,
  sockets: 3,
  dirtyRooms: 1,
  queuedBytes: 40,
  queueDepth: 4,
  bufferedMost: 0,
  degraded: true,
})

describe('[M1] the numbers of the collaboration server', () => {
  it('put each value into the first bucket that holds it, and what is larger behind the last', () => {
    const histogram = new Histogram([1, 10])
    for (const value of [0, 1, 1.5, 10, 11, 1_000]) histogram.observe(value)
    expect(histogram).toMatchObject({ buckets: [2, 2, 2], count: 6, sum: 1023.5 })
  })

  it('are told in the text format of Prometheus', () => {
    const metrics = new CollabMetrics()
    metrics.closed(1012)
    metrics.closed(1012)
    metrics.rejected('shape')
    metrics.counts.quarantines += 1
    metrics.commit.observe(3)
    metrics.commit.observe(40_000)
    const lines = collabMetricsText({ metrics, status }).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE folkmoot_collab_rooms gauge',
        'folkmoot_collab_dirty_rooms 1',
        'folkmoot_collab_degraded 1',
        'folkmoot_collab_quarantines_total 1',
        'folkmoot_collab_closes_total{code="1012"} 2',
        'folkmoot_collab_rejects_total{reason="shape"} 1',
        'folkmoot_collab_commit_milliseconds_bucket{le="2"} 0',
        'folkmoot_collab_commit_milliseconds_bucket{le="5"} 1',
        'folkmoot_collab_commit_milliseconds_bucket{le="30000"} 1',
        'folkmoot_collab_commit_milliseconds_bucket{le="+Inf"} 2',
        'folkmoot_collab_commit_milliseconds_sum 40003',
        'folkmoot_collab_commit_milliseconds_count 2',
      ]),
    )
    const samples = lines.filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of samples) expect(line).toMatch(/^[a-z_]+(\{[a-z]+="[^"]+"\})? -?[0-9.]+$/)
  })
})
