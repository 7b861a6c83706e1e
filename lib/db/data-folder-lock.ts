import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BEAT_MS, type Holder, isAlive, ownHolder, parseHolder, pause } from './lock-holder'

/*
 * Two processes on one embedded database tear it apart, so the first takes a lock file and holds it until it ends.
 */

/** The folders of this process, each with what ends its keeping. */
const held = globalThis as typeof globalThis & { dyadwatchLocks?: Map<string, () => void> }

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

/** What a lock file says, with a moment's patience for one that is being written. */
function look(path: string): { text?: string; holder?: Holder } {
  for (let attempt = 0; ; attempt++) {
    const text = read(path)
    const holder = parseHolder(text)
    if (holder || text === undefined || attempt === 3) return { text, holder }
    pause()
  }
}

/**
 * Puts our lock in the place of a dead process's, and returns whether it was us: of several that try at once one succeeds. Whoever
 * makes the claim, named after that one dead lock, is its heir; the rename leaves no moment without a lock.
 */
function inherit(path: string, dead: string, own: string): boolean {
  const claim = `${path}.after-${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`
  if (!create(claim, own)) {
    const { holder } = look(claim)
    if (!holder || !isAlive(claim, holder)) rmSync(claim, { force: true })
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
 * a lock whose process is dead is taken over. `silentMs`: for how long the lock of a process in another container, or on another
 * machine, is watched before it is.
 * @throws Error naming the holder when another living process has the folder.
 */
export function lockDataFolder(folder: string, silentMs?: number): void {
  held.dyadwatchLocks ??= new Map()
  if (held.dyadwatchLocks.has(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'lock')
  takeLock(folder, path, silentMs)
  const beat = setInterval(() => touch(path), BEAT_MS).unref()
  const atExit = () => unlockDataFolder(folder)
  process.once('exit', atExit)
  held.dyadwatchLocks.set(folder, () => {
    clearInterval(beat)
    process.off('exit', atExit)
  })
}

const isOwn = (path: string): boolean => {
  const [holder, own] = [parseHolder(read(path)), ownHolder()]
  return holder?.pid === own.pid && holder.started === own.started
}

/** Tells those elsewhere that this process lives. */
function touch(path: string): void {
  try {
    const now = new Date()
    if (isOwn(path)) utimesSync(path, now, now)
  } catch (error) {
    console.error(`${path} could not be touched: a process elsewhere may take this one for dead.`, error)
  }
}

function takeLock(folder: string, path: string, silentMs?: number): void {
  const own = JSON.stringify(ownHolder())
  for (let attempt = 0; attempt < 100; attempt++) {
    if (create(path, own)) return
    const { text, holder } = look(path)
    if (holder && isAlive(path, holder, silentMs)) {
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
  held.dyadwatchLocks?.get(folder)?.()
  if (!held.dyadwatchLocks?.delete(folder)) return
  const path = join(folder, 'lock')
  if (isOwn(path)) rmSync(path, { force: true })
}
