/** A job that makes the Markdown of a draft, under an id of the desk's. */
export const jobOf = (draftId: string) => {
  return { draftId, revision: 1, format: 'md', requestId: undefined, isSame: () => false }
}

/** Waits until a job is over. */
export async function over<V extends { status: string }>(look: () => Promise<V>): Promise<V> {
  for (let n = 0; n < 400; n++) {
    const view = await look()
    if (view.status !== 'running') return view
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it is not over')
}
