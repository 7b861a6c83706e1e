/** No such table: the database is there, but nothing has been set up in it. */
const isNotSetUp = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2021'

/** Makes a sentence of the refusal of a database in which nothing has been set up; throws anything else again. */
export function refusalOf(error: unknown): string {
  if (!isNotSetUp(error)) throw error
  return 'the database is not set up yet: run `npx dyadwatch setup`'
}
