import { readFile } from 'node:fs/promises'
import { BadInput, type Flags, flagsOf } from '@/bin/commands/score-flags'
import { isoOf } from '@/lib/core/calendar'
import {
  type DyadRecord,
  formatFault,
  rangeOf,
  readParameters,
  readRecord,
  type ScoreOptions,
  scoreRecord,
} from '@/lib/core/record'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'

const USAGE =
  'Usage: dyadwatch score FILE [--from D] [--to D] [--grain day|week] [--contributions D]... [--params FILE]\n'
const LONGEST_RANGE_DAYS = 100_000

async function readJson(path: string, what: string): Promise<unknown> {
  const name = JSON.stringify(path)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(`${what}: cannot read ${name} (${error.code ?? 'unknown reason'})`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new BadInput(`${what}: ${name} is not JSON`)
  }
}

async function parametersFrom(path: string | undefined): Promise<MethodParameters> {
  if (path === undefined) return DEFAULT_PARAMETERS
  const read = readParameters(await readJson(path, '--params'))
  if (!read.ok) throw new BadInput(`--params ${formatFault(read.fault)}`)
  return read.value
}

/** The days to score: as asked for, else those of the record. */
function rangeFor(record: DyadRecord, flags: Flags): { from: number; to: number } {
  const own = rangeOf(record.rows)
  const [from, to] = [flags.from ?? own?.from, flags.to ?? own?.to]
  if (from === undefined || to === undefined)
    throw new BadInput('file, field incidents: is empty; give --from and --to')
  if (from > to && flags.from === undefined) {
    throw new BadInput(`--to: ${isoOf(to)} is before the first day of the record, ${isoOf(from)}`)
  }
  if (from > to) throw new BadInput(`--from: ${isoOf(from)} is after ${isoOf(to)}`)
  if (to - from >= LONGEST_RANGE_DAYS) throw new BadInput(`--to: more than ${LONGEST_RANGE_DAYS} days after the first`)
  return { from, to }
}

async function score(flags: Flags): Promise<string> {
  const params = await parametersFrom(flags.params)
  const today = Math.floor(Date.now() / 86_400_000)
  const read = readRecord(await readJson(flags.file, 'file'), { latestDay: today + 1, params })
  if (!read.ok) throw new BadInput(formatFault(read.fault))
  const options: ScoreOptions = { ...flags, ...rangeFor(read.value, flags), params }
  return JSON.stringify(scoreRecord(read.value, options))
}

/** `dyadwatch score`: prints one JSON object; bad input gives exit code 2 and one line on stderr. */
export async function run(argv: string[]): Promise<number> {
  try {
    const flags = flagsOf(argv)
    process.stdout.write(flags.help ? USAGE : `${await score(flags)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}
