/** A count with its noun, such as `1 dyad` or `3 dyads`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
