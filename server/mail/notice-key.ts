/** The key of the mail at once about one notification. */
export function noticeKey({ actorId, key }: { actorId: string; key: string }): string {
  return `notice/${actorId}/${key}`
}
