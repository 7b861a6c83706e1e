import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Two processes on one embedded database tear it apart, so the first takes a lock file and holds it until it ends.
 * The file names the process by id and start time: an id alone can come back as another process.
 */

interface Holder {
  pid: number
  started: string
}

const held = globalThis as typeof globalThis & { dyadwatchLocks?: Set<string> }

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
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

function errorCode(error: unknown): string | undefined {
  // No `instanceof Error`: errors of the file system may come from another realm, where this one runs in a sandbox.
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a file that was not there, and returns whether it was us. */
function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function parseHolder(text: string | undefined): Holder | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? '')
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !('started' in parsed)) return undefined
    return { pid: Number(parsed.pid), started: String(parsed.started) }
  } catch {
    return undefined
  }
}

/** What a lock file says, with a moment's patience for one that is being written. */
function look(path: string): { text?: string; holder?: Holder } {
  for (let attempt = 0; ; attempt++) {
    const text = read(path)
    const holder = parseHolder(text)
    if (holder || text === undefined || attempt === 3) return { text, holder }
    pause()
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
}

function isAlive(holder: Holder | undefined): boolean {
  return holder !== undefined && startTimeOf(holder.pid) === holder.started
}

/**
 * Puts our lock in the place of a dead process's, and returns whether it was us: of several that try at once one succeeds. Whoever
 * makes the claim, named after that one dead lock, is its heir; the rename leaves no moment without a lock.
 */
function inherit(path: string, dead: string, own: string): boolean {
  const claim = `${path}.after-${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`
  if (!create(claim, own)) {
    if (!isAlive(look(claim).holder)) rmSync(claim, { force: true })
    pause()
    return false
  }
  if (read(path) !== dead) {
    rmSync(claim)
    return false
  }
  renameSync(claim, path)
  return true
}

/**
 * Takes the lock of a data folder for this process, or finds that it already has it. It is given back when the process ends;
 * a lock whose process is dead is taken over.
 * @throws Error naming the holder when another living process has the folder.
 */
export function lockDataFolder(folder: string): void {
  held.dyadwatchLocks ??= new Set()
  if (held.dyadwatchLocks.has(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  takeLock(folder, join(folder, 'lock'))
  held.dyadwatchLocks.add(folder)
  process.once('exit', () => unlockDataFolder(folder))
}

function takeLock(folder: string, path: string): void {
  const own = JSON.stringify({ pid: process.pid, started: startTimeOf(process.pid) ?? '' })
  for (let attempt = 0; attempt < 100; attempt++) {
    if (create(path, own)) return
    const { text, holder } = look(path)
    if (holder && isAlive(holder)) {
      throw new Error(
        `The data folder ${folder} is in use by process ${holder.pid}. Stop that one first, or set DATA_DIR to another folder.`,
      )
    }
    if (text !== undefined && inherit(path, text, own)) return
  }
  throw new Error(`The data folder ${folder} cannot be locked: ${path} keeps changing hands. Try again.`)
}

/** Gives the lock back, if this process has it. */
export function unlockDataFolder(folder: string): void {
  if (!held.dyadwatchLocks?.delete(folder)) return
  const path = join(folder, 'lock')
  if (parseHolder(read(path))?.pid === process.pid) rmSync(path, { force: true })
}
