import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import { database } from '@/lib/db/client'
import { runTask } from './pool'
import { TASKS, type TaskAnswer, type TaskArgs, type TaskName } from './tasks'

/** Answers kept of one task and dyad; older ones go, for they can be worked out again. */
const KEPT = 40

/** The answers that are being worked out in this process, so that two who ask at once wait for one. */
const running = new Map<string, Promise<unknown>>()

/** Names a task with its arguments by their content: SHA-256 in hex of the canonical JSON. */
export function contentHash<Name extends TaskName>(name: Name, args: TaskArgs<Name>): string {
  const content = canonicalJson({ name, version: TASKS[name].version, args })
  return createHash('sha256').update(content).digest('hex')
}

/**
 * What a task answers, from the store where it was worked out before from the same content, else by a worker thread. Equal
 * to the last bit either way: numbers are kept as the shortest text that reads back as the same double. It decides no
 * permission; the query that asks has read the arguments with its own. `dyadId` is where the answer is kept.
 * @throws whatever the task throws.
 */
export async function computed<Name extends TaskName>(
  name: Name,
  dyadId: string,
  args: TaskArgs<Name>,
): Promise<TaskAnswer<Name>> {
  const hash = contentHash(name, args)
  const underway = running.get(hash) as Promise<TaskAnswer<Name>> | undefined
  if (underway) return underway
  const answer = readOrRun(name, dyadId, args, hash)
  running.set(hash, answer)
  try {
    return await answer
  } finally {
    running.delete(hash)
  }
}

async function readOrRun<Name extends TaskName>(
  name: Name,
  dyadId: string,
  args: TaskArgs<Name>,
  hash: string,
): Promise<TaskAnswer<Name>> {
  const prisma = await database()
  const where = { dyadId_task_hash: { dyadId, task: name, hash } }
  const kept = await prisma.computed.findUnique({ where, select: { answer: true } })
  if (kept) return JSON.parse(kept.answer)
  const answer = JSON.stringify(await runTask(name, args))
  await keep(dyadId, name, hash, answer)
  // As it will be read from now on, also in what JSON does not tell apart, such as -0.
  return JSON.parse(answer)
}

/** Two processes may come to the same answer at once: the first is kept. */
async function keep(dyadId: string, task: TaskName, hash: string, answer: string): Promise<void> {
  const prisma = await database()
  await prisma.computed.createMany({ data: [{ dyadId, task, hash, answer }], skipDuplicates: true })
  const old = await prisma.computed.findMany({
    where: { dyadId, task },
    orderBy: { at: 'desc' },
    skip: KEPT,
    select: { hash: true },
  })
  if (old.length === 0) return
  await prisma.computed.deleteMany({ where: { dyadId, task, hash: { in: old.map((entry) => entry.hash) } } })
}
