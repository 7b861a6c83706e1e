import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { hostname } from 'node:os'

/*
 * Who holds a lock file, and whether they still live. A process id says who only where it was given out: a container has ids of its
 * own, and so has another machine. There a holder is known to live by its touching the file every few seconds.
 */

/** How often a holder touches its lock file. */
export const BEAT_MS = 3000
/** For how long nobody touches the file of a holder that is dead; a living one may be busy for some of it. */
const SILENT_MS = 30_000
const LOOK_MS = 100

/** The process that wrote a lock file. */
export interface Holder {
  pid: number
  /** When it started, in words that another process with its id does not have. Empty where it could not be told. */
  started: string
  /** Where its id was given out; undefined in files of earlier versions. */
  space?: Space
}

interface Space {
  host: string
  /** Of the machine; empty where it cannot be told. */
  boot: string
  /** Of the ids of processes; empty where it cannot be told. */
  ids: string
}

function textOf(read: () => string): string {
  try {
    return read().trim()
  } catch {
    return ''
  }
}

const spaceHere = (): Space => ({
  host: hostname(),
  boot: textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  ids: textOf(() => readlinkSync('/proc/self/ns/pid')),
})

function startTimeOf(pid: number): string | undefined {
  try {
    // Fields after the command name, which may itself hold spaces and brackets; the 20th of them is the start in ticks since boot.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : `${boot}:${fields[19]}`
  } catch {
    if (process.platform === 'linux') return undefined
  }
  return textOf(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })) || undefined
}

/** This process, as a lock file names it. */
export const ownHolder = (): Holder => ({
  pid: process.pid,
  started: startTimeOf(process.pid) ?? '',
  space: spaceHere(),
})

/** What a lock file says; undefined where it is cut short. */
export function parseHolder(text: string | undefined): Holder | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? '')
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !('started' in parsed)) return undefined
    const space = 'space' in parsed ? (parsed.space as Space) : undefined
    return { pid: Number(parsed.pid), started: String(parsed.started), space }
  } catch {
    return undefined
  }
}

/** Stops this thread for a moment: locks are taken before anything else may begin. */
export function pause(ms = 50): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

const touchedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Whether somebody touches a file while one looks: by its own times alone, for two machines may tell different ones. */
function isTouched(path: string, silentMs: number): boolean {
  const before = touchedAt(path)
  for (let waited = 0; waited < silentMs; waited += LOOK_MS) {
    pause(LOOK_MS)
    const after = touchedAt(path)
    if (after !== before) return after !== 0
  }
  return false
}

/**
 * Whether the process that wrote a lock file lives. Told at once of one whose id was given out where this process's own was; another's
 * file is watched for up to half a minute, which is said.
 */
export function isAlive(path: string, { pid, started, space }: Holder, silentMs = SILENT_MS): boolean {
  const here = spaceHere()
  const { host, boot, ids } = space ?? here
  // The machine was started anew, and nothing that ran on it before lives.
  if (host === here.host && ids === here.ids && boot !== here.boot) return false
  if (host === here.host && ids === here.ids && started !== '') return startTimeOf(pid) === started
  console.warn(
    `${path} is of a process elsewhere (${host}). Looking for up to ${silentMs / 1000} s whether it still runs …`,
  )
  return isTouched(path, silentMs)
}
