/** The sentence for someone who has tried too often. */
export function waitSentence(minutes: number): string {
  return `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}
