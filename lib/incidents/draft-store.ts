import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import type { LastEntry } from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'
import type { IncidentInput } from '@/lib/incidents/schema'

/** A form's whole state as it was typed, kept in this browser until the server has acknowledged its save. */
export interface Draft {
  id: string
  /** `new`, with the address's query if it had one, or `edit:AZE-RUS/RA-010`. */
  form: string
  /** Milliseconds since 1970, of the last key. */
  at: number
  values: FormValues
  /** Sent with the save, so that one repeated after a lost answer makes one incident. */
  requestId: string
  /** What was sent under that id without an answer that arrived; null when nothing is in doubt. */
  attempt: IncidentInput | null
  /** The version that an edit started from. */
  base: { revision: number; input: IncidentInput } | null
  /** What was typed before a merge gave some of it up: taken up when asked for alone. */
  setAside?: boolean
}

/** One account's drafts at this browser: another account's are never read. */
export interface DraftStore {
  /** The draft that this tab was writing for the form, if any: after a reload, a crash or a sign-in. */
  resume: (form: string) => Promise<Draft | null>
  /** Drafts of the same kind of form that no tab holds open, newest first. */
  orphans: (form: string) => Promise<Draft[]>
  /** Whether the browser can tell what other tabs hold open; over plain http it cannot, and drafts are then only offered. */
  exclusive: () => boolean
  /** Makes this tab the draft's only writer; false when another tab is. */
  claim: (form: string, id: string) => Promise<boolean>
  keep: (draft: Draft) => Promise<void>
  /** Keeps a draft at once, without waiting: the last resort when the page goes away. */
  journal: (draft: Draft) => void
  forget: (draft: Pick<Draft, 'id' | 'form'>) => Promise<void>
  lastEntry: () => Promise<LastEntry | undefined>
  keepLastEntry: (entry: LastEntry) => Promise<void>
}

/** A random version 4 UUID; `crypto.randomUUID` is missing where a desk is served over plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Ids that this page holds. A lock lives as long as the page, so a closed or crashed tab frees its drafts by itself. */
const held = new Set<string>()

function holdLock(name: string): Promise<boolean> {
  if (held.has(name) || !('locks' in navigator)) {
    held.add(name)
    return Promise.resolve(true)
  }
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null) => {
      if (lock) held.add(name)
      resolve(lock !== null)
      return lock ? new Promise<never>(() => undefined) : undefined
    }
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject)
  })
}

async function heldAnywhere(): Promise<Set<string | undefined>> {
  if (!('locks' in navigator)) return held
  const { held: locks = [] } = await navigator.locks.query()
  return new Set([...held, ...locks.map((lock) => lock.name)])
}

const lockName = (id: string) => `dyadwatch-draft:${id}`

/** `new?answers=…` and `new` are one kind of form; an edit's kind is its incident. */
const kindOf = (form: string) => form.split('?')[0]

let store: UseStore | undefined
const idb = () => {
  store ??= createStore('dyadwatch', 'drafts')
  return store
}

/** The drafts of the account `login`. All methods reject where the browser keeps no storage; the form then says so. */
export function draftStore(login: string): DraftStore {
  const keyOf = (id: string) => ['draft', login, id]
  const tabKey = (form: string) => `draft-of-tab:${login}:${form}`
  const journalKey = (id: string) => `draft-journal:${login}:${id}`

  const journalled = (id: string): Draft | null => {
    const raw = sessionStorage.getItem(journalKey(id))
    return raw === null ? null : JSON.parse(raw)
  }

  const newest = async (id: string): Promise<Draft | null> => {
    const kept = (await get<Draft>(keyOf(id), idb())) ?? null
    const last = journalled(id)
    return last && (!kept || last.at >= kept.at) ? last : kept
  }

  return {
    resume: async (form) => {
      const id = sessionStorage.getItem(tabKey(form))
      if (id === null) return null
      // A duplicated tab inherits the original's session: only one of the two may go on writing.
      return (await holdLock(lockName(id))) ? newest(id) : null
    },
    orphans: async (form) => {
      const open = await heldAnywhere()
      const all = await entries<IDBValidKey, Draft>(idb())
      return all
        .filter(([key]) => Array.isArray(key) && key[0] === 'draft' && key[1] === login)
        .map(([, draft]) => draft)
        .filter(
          (draft) =>
            kindOf(draft.form) === kindOf(form) && !open.has(lockName(draft.id)) && !held.has(lockName(draft.id)),
        )
        .sort((a, b) => b.at - a.at)
    },
    exclusive: () => 'locks' in navigator,
    claim: async (form, id) => {
      const mine = await holdLock(lockName(id))
      if (mine) sessionStorage.setItem(tabKey(form), id)
      return mine
    },
    keep: async (draft) => {
      await set(keyOf(draft.id), draft, idb())
      // What was typed while this was written may be there alone.
      const last = journalled(draft.id)
      if (last && last.at <= draft.at) sessionStorage.removeItem(journalKey(draft.id))
    },
    journal: (draft) => sessionStorage.setItem(journalKey(draft.id), JSON.stringify(draft)),
    forget: async ({ id, form }) => {
      sessionStorage.removeItem(journalKey(id))
      if (sessionStorage.getItem(tabKey(form)) === id) sessionStorage.removeItem(tabKey(form))
      await del(keyOf(id), idb())
    },
    lastEntry: () => get<LastEntry>(['last-entry', login], idb()),
    keepLastEntry: (entry) => set(['last-entry', login], entry, idb()),
  }
}
