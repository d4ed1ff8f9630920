import { describe, expect, test } from 'vitest'
import type { Channel } from '../../../domain/notifications/channels.ts'
import { channelOf, channels, channelsOf, groupIds, groupOfKind } from '../../../domain/notifications/channels.ts'
import { kindIds, kinds } from '../../../domain/notifications/kinds.ts'

// What reaches people by mail, against lists written by hand.

const mailedAtOnce = [
  'ballot',
  'ballot-closing',
  'ballot-reminded',
  'invited',
  'mention',
  'published',
  'review-asked',
  'stand-in-named',
]

const none = new Map<never, never>()

test('[I19] at once come mentions, assignments, ballots that wait and the own work published, and nothing else', () => {
  expect(kindIds.filter((id) => channelOf(id, none) === 'at-once').sort()).toEqual(mailedAtOnce)
  expect(kindIds.filter((id) => channelsOf(groupOfKind[id]).includes('at-once')).sort()).toEqual(mailedAtOnce)
})

test('[I18] everything else comes in the digest for who chose nothing', () => {
  const others = kindIds.filter((id) => !mailedAtOnce.includes(id))
  expect(others.filter((id) => channelOf(id, none) !== 'digest')).toEqual([])
})

describe.each(kindIds)('[I18] [I20] %s', (kind) => {
  test.each(channels)('where its group is chosen to reach as far as: %s', (channel) => {
    const group = groupOfKind[kind]
    const got = channelOf(kind, new Map([[group, channel]]))
    const offered = channelsOf(group).includes(channel)
    const isDuty = kinds[kind].arrives === 'always'
    const expected: Channel = !offered ? channelOf(kind, none) : channel === 'off' && isDuty ? 'inbox' : channel
    expect(got).toBe(expected)
    if (isDuty) expect(got).not.toBe('off')
  })
})

test('[I18] every group is offered the digest and the inbox, and holds a kind', () => {
  for (const id of groupIds) {
    expect(channelsOf(id)).toEqual(expect.arrayContaining(['digest', 'inbox']))
    expect(
      kindIds.some((kind) => groupOfKind[kind] === id),
      id,
    ).toBe(true)
  }
})
