/** A text that somebody wrote, or that there is none. */
export const quoted = (text: string): string => (text === '' ? 'nothing' : `“${text}”`)
