import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { startFreshDatabase } from '../support/database'

startFreshDatabase()
beforeAll(async () => {
  const prisma = await database()
  await prisma.$executeRawUnsafe('CREATE TABLE parent (id int PRIMARY KEY)')
  await prisma.$executeRawUnsafe(
    'CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent DEFERRABLE INITIALLY DEFERRED)',
  )
})

/** Writes a child of parent 1, which the database checks when all is to be kept. */
const writeChild = () =>
  inTransaction(async (tx) => {
    await tx.$executeRawUnsafe('INSERT INTO child VALUES (1, 1)')
    return 'kept'
  })

test('what the database refuses to keep at the end is not told as kept, and the next writer is served', async () => {
  const prisma = await database()
  const children = () => prisma.$queryRawUnsafe('SELECT id FROM child')
  await expect(writeChild()).rejects.toThrow()
  expect(await children()).toEqual([])
  await prisma.$executeRawUnsafe('INSERT INTO parent VALUES (1)')
  expect(await writeChild()).toBe('kept')
  expect(await children()).toEqual([{ id: 1 }])
})
