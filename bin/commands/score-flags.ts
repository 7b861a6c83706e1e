import { parseArgs } from 'node:util'
import { dayOf, isRealDate } from '@/lib/core/calendar'
import { GRAINS, type Grain } from '@/lib/core/record'

/** Input that the person has to mend: its message goes to stderr as one line, with exit code 2. */
export class BadInput extends Error {}

/** What was asked for on the command line; days since 1970-01-01. */
export interface Flags {
  help: boolean
  file: string
  from: number | undefined
  to: number | undefined
  grain: Grain
  contributions: number[]
  params: string | undefined
}

function dayOfFlag(flag: string, text: string): number {
  if (!isRealDate(text)) throw new BadInput(`${flag}: ${JSON.stringify(text)} is not a calendar date`)
  return dayOf(text)
}

function parsed(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        from: { type: 'string' },
        to: { type: 'string' },
        grain: { type: 'string', default: 'week' },
        contributions: { type: 'string', multiple: true, default: [] },
        params: { type: 'string' },
      },
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new BadInput(error.message.split(/\.\s|\n/)[0])
  }
}

/**
 * The flags of `dyadwatch score`.
 * @throws BadInput naming the flag that makes no sense.
 */
export function flagsOf(argv: string[]): Flags {
  const { values, positionals } = parsed(argv)
  const grain = GRAINS.find((name) => name === values.grain)
  if (!grain) throw new BadInput(`--grain: ${JSON.stringify(values.grain)} is neither day nor week`)
  if (!values.help && positionals.length !== 1) throw new BadInput(`one FILE is needed, not ${positionals.length}`)
  return {
    help: values.help,
    file: positionals[0],
    from: values.from === undefined ? undefined : dayOfFlag('--from', values.from),
    to: values.to === undefined ? undefined : dayOfFlag('--to', values.to),
    grain,
    contributions: values.contributions.map((text) => dayOfFlag('--contributions', text)),
    params: values.params,
  }
}
