/* What threads do in tests of the threads themselves. */

export const answer = ({ value }) => value

export const waitLong = () => new Promise((resolve) => setTimeout(resolve, 60_000))

export const breakDown = () => process.exit(7)
