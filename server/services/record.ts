import type { Deps } from '../deps.ts'
import { publicBundle } from '../record/bundle-file.ts'
import { retryJob } from '../usecases/jobs/retry-job.ts'
import { checkRecord } from '../usecases/record/check-record.ts'
import { sendTestMail } from '../usecases/site/send-test-mail.ts'
import { adminCheck } from '../views/admin-check.ts'
import { adminJobs } from '../views/admin-jobs.ts'
import { adminRooms } from '../views/admin-rooms.ts'
import { checkpointList, checkpointText } from '../views/checkpoints.ts'
import { recordCsv, recordJson } from '../views/record-files.ts'
import { recordPage, recordView } from '../views/record-page.ts'
import { bind } from './bind.ts'

export const recordServices = (deps: Deps) =>
  bind(deps, {
    adminCheck,
    adminRooms,
    sendTestMail,
    adminJobs,
    retryJob,
    publicBundle,
    checkpointList,
    checkpointText,
    recordCsv,
    recordJson,
    recordPage,
    recordView,
    checkRecord,
  })
