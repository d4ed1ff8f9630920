import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'

type Talk = (services: Services, viewer: Viewer | null, workshopId: string) => Promise<void>

/** What a form says to the whole room: asking to speak, and hums; null for any other form. */
export function talkAct(intent: string | undefined, typed: Record<string, string>): Talk | null {
  const { act = '', question = '', stance = '', agree = '', unsure = '', disagree = '' } = typed
  switch (intent) {
    case 'speak':
      return (services, viewer, workshopId) => services.askToSpeak(viewer, { workshopId, act })
    case 'hum-open':
      return (services, viewer, workshopId) => services.openHum(viewer, { workshopId, question })
    case 'hum-answer':
      return (services, viewer, workshopId) => services.answerHum(viewer, { workshopId, stance })
    case 'hum-hands':
      return (services, viewer, workshopId) => services.countHands(viewer, { workshopId, agree, unsure, disagree })
    case 'hum-close':
      return (services, viewer, workshopId) => services.closeHum(viewer, { workshopId })
    default:
      return null
  }
}
