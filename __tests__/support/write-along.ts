import { mintViewer } from '@/lib/auth/mint-viewer'
import type { Viewer } from '@/lib/auth/viewer'
import { closeStore, database } from '@/lib/db/client'
import { sealToday } from '@/lib/seals/daily'
import { commandDesk } from './command-desk'
import { type Address, approveAlong, type Done, writeAlong } from './writers'

/*
 * One app process of a test with several: works on the record at DATABASE_URL with many people at once, and asks for the day's seal
 * meanwhile, as a server does. Takes one argument of JSON (`Orders`) and prints what was acknowledged as JSON.
 */

export interface Orders {
  process: number
  shared: Address[]
  writers: number
  approvers: number
  rounds: number
}

export interface Report {
  done: Done[]
  /** Hash of the day's seal. */
  daily: string
}

async function viewerOf(login: string): Promise<Viewer> {
  const { id, name, role } = await (await database()).account.findUniqueOrThrow({ where: { login } })
  return mintViewer({ accountId: id, login, name, role })
}

async function work({ process: own, shared, writers, approvers, rounds }: Orders): Promise<Report> {
  const [analyst, reviewer] = [await viewerOf('an-analyst'), await viewerOf('a-reviewer')]
  const people = [
    ...Array.from({ length: writers }, (_, n) =>
      writeAlong(commandDesk(analyst), { shared, rounds, name: `p${own}-w${n}` }),
    ),
    ...Array.from({ length: approvers }, (_, n) =>
      approveAlong(commandDesk(reviewer), { shared, rounds, name: `p${own}-a${n}` }),
    ),
  ]
  const [done, daily] = await Promise.all([Promise.all(people), sealToday()])
  return { done: done.flat(), daily: daily.hash }
}

async function main(): Promise<void> {
  const report = await work(JSON.parse(process.argv[2]))
  console.log(JSON.stringify(report))
  await closeStore()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
