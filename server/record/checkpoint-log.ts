import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkpoint } from '../../domain/record/checkpoint.ts'
import { checkpointLine, readCheckpointLine } from '../../domain/record/checkpoint.ts'

function logFile(dataDir: string): string {
  return join(dataDir, 'checkpoints.log')
}

/**
 * Appends a checkpoint to the file outside the database and waits until it is on the disk. What a crash left of a line
 * is ended first.
 */
export function appendCheckpoint(dataDir: string, point: Checkpoint): void {
  const out = openSync(logFile(dataDir), 'a+')
  try {
    writeSync(out, `${endsOpen(out) ? '\n' : ''}${checkpointLine(point)}\n`)
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
}

function endsOpen(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last.toString() !== '\n'
}

/** The checkpoints in that file, and how many lines are none, as a crash leaves one. */
export function readCheckpointLog(dataDir: string): { points: Checkpoint[]; spoiled: number } {
  if (!existsSync(logFile(dataDir))) return { points: [], spoiled: 0 }
  const lines = readFileSync(logFile(dataDir), 'utf8').split('\n').filter(Boolean)
  const points = lines.flatMap((line) => readCheckpointLine(line) ?? [])
  return { points, spoiled: lines.length - points.length }
}
