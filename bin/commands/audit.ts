import { parseArgs } from 'node:util'
import { counted } from '@/bin/commands/counted'
import { refusalOf } from '@/bin/commands/database-refusal'
import type { Counts } from '@/lib/audit/counts'
import { type Fault, sentenceOf } from '@/lib/audit/fault'
import { auditSeal } from '@/lib/audit/one-seal'
import { auditRecord, type Progress } from '@/lib/audit/record'
import { now } from '@/lib/clock'
import { closeStore } from '@/lib/db/client'

const USAGE = `Usage: dyadwatch audit [--all]
       dyadwatch audit --seal HASH [--all]

Recomputes the whole record, or what one seal covers, and names the first thing that is not what it should be; --all
goes on to the hundredth. Exit code 0 where all holds, 1 where something does not. It writes nothing, and nobody waits for it.
`

/** Faults that --all lists. */
const MOST = 100
const MS_BETWEEN_LINES = 1000

/** A command that the person has to mend: exit code 2. */
class BadUsage extends Error {}

interface Flags {
  all: boolean
  seal: string | undefined
  help: boolean
}

/** What `parseArgs` says of arguments that make no sense. */
const isParseFault = (error: unknown): error is { message: string } =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

function flagsOf(argv: string[]): Flags {
  const options = {
    all: { type: 'boolean', default: false },
    seal: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { seal, ...flags } = parseArgs({ args: argv, options }).values
    if (seal !== undefined && !/^[0-9a-f]{64}$/i.test(seal))
      throw new BadUsage('--seal: a hash has 64 characters from 0 to 9 and a to f')
    return { ...flags, seal: seal?.toLowerCase() }
  } catch (error) {
    if (!isParseFault(error)) throw error
    throw new BadUsage(error.message.split(/\.\s|\n/)[0])
  }
}

/** Says how far it has come, once it has taken a second and then each second. */
function progressLines(): (progress: Progress) => void {
  let last = now().getTime()
  return ({ dyads, of }) => {
    const at = now().getTime()
    if (dyads === of || at - last < MS_BETWEEN_LINES) return
    last = at
    process.stderr.write(`${dyads} of ${of} dyads\n`)
  }
}

function countsText({ dyads, incidents, revisions, checks, weeks, methods, seals, briefings }: Counts): string {
  const parts = [
    counted(dyads, 'dyad'),
    counted(incidents, 'incident'),
    counted(revisions, 'revision'),
    counted(checks, 'weekly check'),
    ...(weeks > 0 ? [counted(weeks, 'stored week')] : []),
    counted(methods, 'method version'),
    counted(seals, 'seal'),
    ...(briefings > 0 ? [counted(briefings, 'published briefing')] : []),
  ]
  return parts.join(', ')
}

function faultsText(faults: Fault[]): string {
  const lines = faults.map((fault) => `${sentenceOf(fault)}\n`)
  if (faults.length >= MOST) lines.push(`There may be more: these are the first ${MOST}.\n`)
  return lines.join('')
}

const sealText = ({ number, at, hash }: { number: number; at: Date; hash: string }) =>
  `Seal ${number}  ${at.toISOString()}  ${hash}`

async function wholeRecord(most: number): Promise<number> {
  const { faults, counts, latest } = await auditRecord({ most, onProgress: progressLines() })
  if (faults.length > 0) {
    process.stdout.write(faultsText(faults))
    return 1
  }
  console.log(`The record holds: ${countsText(counts)}.`)
  console.log(latest ? sealText(latest) : 'No seal has been made yet.')
  return 0
}

async function oneSeal(hash: string, most: number): Promise<number> {
  const report = await auditSeal(hash, { most, onProgress: progressLines() })
  if (!report) {
    console.log(`No such seal is stored: ${hash}`)
    return 1
  }
  console.log(sealText(report.seal))
  if (report.faults.length > 0) {
    process.stdout.write(faultsText(report.faults))
    return 1
  }
  console.log(`It holds: ${countsText(report.counts)}.`)
  return 0
}

/** `npx dyadwatch audit`: recomputes the record and names the first mismatch. Wrong usage gives exit code 2, a mismatch 1. */
export async function run(argv: string[]): Promise<number> {
  try {
    const { all, seal, help } = flagsOf(argv)
    if (help) {
      process.stdout.write(USAGE)
      return 0
    }
    const most = all ? MOST : 1
    return seal === undefined ? await wholeRecord(most) : await oneSeal(seal, most)
  } catch (error) {
    console.error(`dyadwatch audit: ${error instanceof BadUsage ? error.message : refusalOf(error)}`)
    return error instanceof BadUsage ? 2 : 1
  } finally {
    await closeStore()
  }
}
