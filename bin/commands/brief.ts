import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { refusalOf } from '@/bin/commands/database-refusal'
import { operator } from '@/lib/auth/operator'
import { askedBrief } from '@/lib/briefings/asked-brief'
import { briefFiles } from '@/lib/briefings/queries'
import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from '@/lib/briefings/render/formats'
import { closeRenderers } from '@/lib/briefings/render-pool'
import type { BriefInput } from '@/lib/briefings/schema'
import { closePool } from '@/lib/compute/pool'
import { closeStore } from '@/lib/db/client'
import { isDeskError } from '@/lib/errors'

const USAGE = `Usage: dyadwatch brief DYAD... --week 2025-W27 [--format pdf] -o FILE
       dyadwatch brief DYAD... --week 2025-W27 --format all -o FOLDER

  --week W         the week that it tells of; the last one of a special report
  --format F       pdf, docx, pptx, md, html, xlsx, zip, or all of them into a folder
  -o FILE          where it goes; - for standard output
  --language L     en, az or ru
  --mark M         CLEAR, GREEN, AMBER, AMBER+STRICT or RED
  --kind K         weekly, round-up or special; else what dyads and weeks ask for
  --from W         the first week of a special report
  --as-of M        the record as it was known at a day or an instant
  --sections S     the parts in their order, with commas between

The record is read, and nothing is written to it.
`

/** A command that the person has to mend: exit code 2. */
class BadUsage extends Error {}

const OPTIONS = {
  week: { type: 'string' },
  from: { type: 'string' },
  format: { type: 'string', default: 'pdf' },
  output: { type: 'string', short: 'o' },
  language: { type: 'string' },
  mark: { type: 'string' },
  kind: { type: 'string' },
  'as-of': { type: 'string' },
  method: { type: 'string' },
  sections: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

interface Asked {
  help: boolean
  input: BriefInput
  formats: ExportFormat[]
  /** A folder for all formats, a file for one; `-` for standard output. */
  output: string
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new BadUsage(error.message.split(/\.\s|\n/)[0])
  }
}

/** How the fields of a briefing are called on the command line. */
const FLAG_OF: Readonly<Record<string, string>> = {
  dyadIds: 'DYAD',
  fromWeek: '--from',
  toWeek: '--week',
  asOf: '--as-of',
}

function inputOf(asked: URLSearchParams): BriefInput {
  try {
    return askedBrief(asked)
  } catch (error) {
    if (!isDeskError(error)) throw error
    const faults = Object.entries(error.fieldErrors ?? {})
    // The first week is the last one where none is given: then it is that which is wrong.
    const [field, [why]] = faults.find(([name]) => name === 'toWeek') ?? faults[0] ?? ['', [error.message]]
    const name = field.split('.')[0]
    throw new BadUsage(name === '' ? why : `${FLAG_OF[name] ?? `--${name}`}: ${why}`)
  }
}

function formatsOf(text: string): ExportFormat[] {
  if (text === 'all') return [...EXPORT_FORMATS]
  if (!isExportFormat(text))
    throw new BadUsage(`--format: ${JSON.stringify(text)} is none of ${EXPORT_FORMATS.join(', ')}, all`)
  return [text]
}

function askedOf(argv: string[]): Asked | null {
  const { values, positionals } = parsed(argv)
  if (values.help) return null
  const { output, week, format } = values
  if (positionals.length === 0) throw new BadUsage('name at least one dyad, such as AZE-RUS')
  if (week === undefined) throw new BadUsage('--week is needed, such as 2025-W27')
  if (output === undefined) throw new BadUsage('-o is needed: a file, or - for standard output')
  const formats = formatsOf(format)
  if (formats.length > 1 && output === '-') throw new BadUsage('-o: all formats go into a folder')
  const given = { week, from: values.from, language: values.language, mark: values.mark, kind: values.kind }
  const beside = { asOf: values['as-of'], method: values.method, sections: values.sections }
  const asked = new URLSearchParams({ dyads: positionals.join(',') })
  for (const [name, value] of Object.entries({ ...given, ...beside })) if (value !== undefined) asked.set(name, value)
  return { help: false, input: inputOf(asked), formats, output }
}

/** Writes a file at once: whoever reads it finds all of it, or what was there before. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`)
  try {
    await writeFile(part, bytes)
    await rename(part, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadUsage(`-o: cannot write ${JSON.stringify(path)} (${code ?? 'unknown reason'})`)
  } finally {
    await rm(part, { force: true })
  }
}

const toStdout = (bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())))

async function brief({ input, formats, output }: Asked): Promise<void> {
  const files = await briefFiles(operator(), input, formats)
  const toFolder = formats.length > 1
  if (toFolder) await mkdir(output, { recursive: true })
  for (const { name, bytes } of files) {
    const path = toFolder ? join(output, name) : output
    if (path === '-') await toStdout(bytes)
    else {
      await writeWhole(path, bytes)
      process.stderr.write(`${path}  ${bytes.length} bytes\n`)
    }
  }
}

/** `dyadwatch brief`: makes a briefing out of the record as files. What cannot be made is one line on stderr: exit code 2 for the command, 1 for the record. */
export async function run(argv: string[]): Promise<number> {
  try {
    const asked = askedOf(argv)
    if (asked === null) process.stdout.write(USAGE)
    else await brief(asked)
    return 0
  } catch (error) {
    const isUsage = error instanceof BadUsage
    const told = isUsage || isDeskError(error) ? error.message : refusalOf(error)
    process.stderr.write(`dyadwatch brief: ${told}\n`)
    return isUsage ? 2 : 1
  } finally {
    await closeRenderers()
    await closePool()
    await closeStore()
  }
}
