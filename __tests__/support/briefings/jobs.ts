/** A job that makes the Markdown of a draft, under an id of the desk's. */
export const jobOf = (draftId: string) => {
  return { draftId, revision: 1, format: 'md', requestId: undefined, isSame: () => false }
}
