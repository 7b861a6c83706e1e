'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Draft, type DraftStore, draftStore, newId } from '@/lib/incidents/draft-store'
import { emptyValues, type LastEntry } from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'

/** One stretch of filling a form in: it ends with a save, with starting afresh, or with taking up another draft. */
export interface DraftSession {
  draft: Draft
  /** What the form holds before anything is typed: a draft that says no more is not worth keeping. */
  pristine: FormValues
  restored: boolean
}

interface DraftSessions {
  store: DraftStore
  /** Null until the browser's storage has answered. */
  session: DraftSession | null
  /** Drafts that nobody has open, to be taken up. */
  others: Draft[]
  /** Just discarded; can be had back. */
  discarded: DraftSession | null
  /** The browser keeps nothing: what is typed lives only on this page. */
  unavailable: boolean
  /** Begins the next form with these values, once the last was saved; what they have beyond `pristine` is worth keeping. */
  begin: (values: FormValues, base?: Draft['base'], pristine?: FormValues) => void
  /** Discards `typed`, which the form has let go of, and begins anew. */
  startAfresh: (typed: Draft) => void
  undoDiscard: () => void
  /** Keeps what was typed beside the form, to be taken up again. */
  setAside: (typed: Draft) => Promise<void>
  takeUp: (draft: Draft) => void
  drop: (draft: Draft) => void
}

interface Options {
  login: string
  form: string
  base: Draft['base']
  start: (last: LastEntry | undefined) => FormValues
  /** Takes up the newest draft that nobody has open without asking; an address that asks for something special does not. */
  resumesAny: boolean
}

const fresh = (form: string, values: FormValues, base: Draft['base']): Draft => ({
  id: newId(),
  form,
  at: Date.now(),
  values,
  requestId: newId(),
  attempt: null,
  base,
})

/** A draft that an older version of the form kept may lack a field. */
const complete = (draft: Draft): Draft => ({ ...draft, values: { ...emptyValues(), ...draft.values } })

async function open(store: DraftStore, options: Options): Promise<{ session: DraftSession; others: Draft[] }> {
  const { form, base, start, resumesAny } = options
  const pristine = start(await store.lastEntry())
  const resumed = await store.resume(form)
  const orphans = await store.orphans(form)
  if (resumed) return { session: { draft: complete(resumed), pristine, restored: true }, others: orphans }
  const newest = orphans.find((draft) => !draft.setAside)
  const older = orphans.filter((draft) => draft !== newest)
  if (newest && resumesAny && store.exclusive() && (await store.claim(form, newest.id))) {
    return { session: { draft: { ...complete(newest), form }, pristine, restored: true }, others: older }
  }
  const draft = fresh(form, pristine, base)
  await store.claim(form, draft.id)
  return { session: { draft, pristine, restored: false }, others: orphans }
}

/** The drafts of one form in this tab. They open once, with the `start` and `base` of that moment. */
export function useDraftSession(options: Options): DraftSessions {
  const { login, form, base, start } = options
  const store = useMemo(() => draftStore(login), [login])
  const [session, setSession] = useState<DraftSession | null>(null)
  const [others, setOthers] = useState<Draft[]>([])
  const [discarded, setDiscarded] = useState<DraftSession | null>(null)
  const [unavailable, setUnavailable] = useState(false)
  const [opening] = useState(options)

  const orUnavailable = useCallback((work: Promise<unknown>) => {
    work.catch(() => setUnavailable(true))
  }, [])

  useEffect(() => {
    let gone = false
    open(store, opening)
      .then((opened) => {
        if (gone) return
        setSession(opened.session)
        setOthers(opened.others)
      })
      .catch(() => {
        if (gone) return
        const pristine = opening.start(undefined)
        setUnavailable(true)
        setSession({ draft: fresh(opening.form, pristine, opening.base), pristine, restored: false })
      })
    return () => {
      gone = true
    }
  }, [store, opening])

  const begin = useCallback<DraftSessions['begin']>(
    (values, nextBase = null, pristine = values) => {
      const draft = fresh(form, values, nextBase)
      setSession({ draft, pristine, restored: false })
      setDiscarded(null)
      const claimed = store.claim(form, draft.id)
      orUnavailable(pristine === values ? claimed : claimed.then(() => store.keep(draft)))
    },
    [form, store, orUnavailable],
  )

  const startAfresh = useCallback(
    (typed: Draft) => {
      if (!session) return
      const restart = async () => {
        begin(start(await store.lastEntry()), base)
        setDiscarded({ ...session, draft: typed })
      }
      orUnavailable(restart())
    },
    [session, store, begin, base, start, orUnavailable],
  )

  const undoDiscard = useCallback(() => {
    if (!discarded) return
    setSession({ ...discarded, restored: true })
    setDiscarded(null)
    orUnavailable(store.claim(form, discarded.draft.id).then(() => store.keep(discarded.draft)))
  }, [discarded, store, form, orUnavailable])

  const setAside = useCallback(
    async (typed: Draft) => {
      const copy = { ...typed, id: newId(), requestId: newId(), attempt: null, setAside: true }
      setOthers((list) => [copy, ...list])
      await store.keep(copy).catch(() => setUnavailable(true))
    },
    [store],
  )

  const takeUp = useCallback(
    (draft: Draft) => {
      orUnavailable(
        (async () => {
          // Where tabs cannot be told apart, a copy is taken, so that two tabs never write one draft.
          const taken = { ...draft, form, id: store.exclusive() ? draft.id : newId() }
          if (!(await store.claim(form, taken.id))) return
          await store.keep(taken)
          setOthers((list) => list.filter(({ id }) => id !== draft.id))
          setSession((now) => ({ draft: complete(taken), pristine: now?.pristine ?? taken.values, restored: true }))
        })(),
      )
    },
    [store, form, orUnavailable],
  )

  const drop = useCallback(
    (draft: Draft) => {
      setOthers((list) => list.filter(({ id }) => id !== draft.id))
      orUnavailable(store.forget(draft))
    },
    [store, orUnavailable],
  )

  return { store, session, others, discarded, unavailable, begin, startAfresh, undoDiscard, setAside, takeUp, drop }
}
