import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { counted } from '@/bin/commands/counted'
import { MADE_BY } from '@/lib/briefings/data/made-by'
import { PackageError } from '@/lib/briefings/data/read-package'
import { sentenceOf } from '@/lib/briefings/verify/findings'
import { type Verdict, verifyPackage } from '@/lib/briefings/verify/verify'

const USAGE = `Usage: dyadwatch verify PACKAGE.zip

Makes every figure and table of a briefing's data package again, from the record and the method in the package itself, and
compares; needs no network and no database. Exit code 0 and "yes" where all is as it should be, 1 and each place that differs
where something is not, 2 for a file that is no package.
`

/** A packed package may have so many bytes. */
const MOST_BYTES = 200 * 1024 * 1024

/** What the person has to mend: exit code 2. */
class BadInput extends Error {}

function fileOf(argv: string[]): string | null {
  try {
    const options = { help: { type: 'boolean', short: 'h', default: false } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    if (values.help) return null
    if (positionals.length === 1) return positionals[0]
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message.split(/\.\s|\n/)[0] : String(error))
  }
  throw new BadInput('give one package: dyadwatch verify PACKAGE.zip')
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const refuse = (error: NodeJS.ErrnoException) => {
    throw new BadInput(`cannot read ${JSON.stringify(path)} (${error.code ?? 'unknown reason'})`)
  }
  const { size } = await stat(path).catch(refuse)
  if (size > MOST_BYTES) throw new BadInput(`${JSON.stringify(path)} is larger than any package`)
  return readFile(path).catch(refuse)
}

/** Names come out of the package: on a terminal they may be text that goes one way, and nothing else. */
const onTerminal = (text: string) =>
  text.replace(/\p{C}/gu, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)

function yesText({ counts }: Verdict): string[] {
  const { figures, tables, rows, incidents, methods, inText, files } = counts
  const from = `${counted(incidents, 'incident')} and ${counted(methods, 'method')}`
  return [
    `yes: ${counted(figures, 'figure')} and ${counted(tables, 'table')} of ${counted(rows, 'row')}, made again from ${from}, are the same;`,
    `${counted(inText, 'figure')} in the text ${inText === 1 ? 'says' : 'say'} what the figures say; ${counted(files, 'file')} as listed.`,
  ]
}

function noText({ differences, count }: Verdict): string[] {
  const more = count - differences.length
  return [
    `no: ${counted(count, 'place differs', 'places differ')}`,
    ...differences.map((difference) => `  ${sentenceOf(difference)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}

function beside({ edited, madeBy, otherVersion, ok }: Verdict): string[] {
  const made = `${madeBy.product} ${madeBy.version}`
  const which = ok ? 'this is' : `where rules changed since, that version has to verify it; this is`
  return [
    ...edited.map(({ key, by, at }) => `edited: sentence ${key} by ${by} at ${at}`),
    ...(otherVersion ? [`It was made by ${made}; ${which} ${MADE_BY.version}.`] : []),
  ]
}

/** `npx dyadwatch verify PACKAGE.zip`: recomputes a data package from itself. */
export async function run(argv: string[]): Promise<number> {
  try {
    const path = fileOf(argv)
    if (path === null) {
      process.stdout.write(USAGE)
      return 0
    }
    const verdict = await verifyPackage(await bytesOf(path))
    const lines = [verdict.title, ...(verdict.ok ? yesText(verdict) : noText(verdict)), ...beside(verdict)]
    process.stdout.write(`${lines.map(onTerminal).join('\n')}\n`)
    return verdict.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof PackageError)) throw error
    process.stderr.write(`dyadwatch verify: ${onTerminal(error.message)}\n`)
    return 2
  }
}
