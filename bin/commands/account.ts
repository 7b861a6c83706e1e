import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createAccount, type IssuedPassword, setPassword } from '@/lib/accounts/commands'
import { listAccounts } from '@/lib/accounts/queries'
import { loginSchema, newAccountSchema, passwordSchema } from '@/lib/accounts/schema'
import { operator } from '@/lib/auth/operator'
import { closeStore } from '@/lib/db/client'
import { isDeskError } from '@/lib/errors'

const USAGE = `Usage: dyadwatch account add LOGIN --role viewer|analyst|reviewer|admin [--name NAME] [--password-stdin]
       dyadwatch account password LOGIN [--password-stdin]
       dyadwatch account list

A password is made at random and printed once, unless one is given on standard input. With the embedded database
stop the server first.
`

/** A command that the person has to mend: exit code 2. */
class BadUsage extends Error {}

interface Flags {
  role?: string
  name?: string
  'password-stdin'?: boolean
  help?: boolean
}

function parsed(argv: string[]): { flags: Flags; words: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return { flags: values, words: positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new BadUsage(error.message.split(/\.\s|\n/)[0])
  }
}

interface Schema<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } }
}

function checked<T>(schema: Schema<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (!result.success) throw new BadUsage(result.error.issues.map(({ message }) => message).join(' '))
  return result.data
}

async function givenPassword(flags: Flags): Promise<string | undefined> {
  if (!flags['password-stdin']) return undefined
  return checked(passwordSchema, (await text(process.stdin)).replace(/\r?\n$/, ''))
}

const issuedText = ({ login, password }: IssuedPassword) =>
  password ? `${login}  ${password}\nThis password is shown once.\n` : `${login}: done, with the password you gave.\n`

async function add(login: string, flags: Flags): Promise<string> {
  if (!flags.role) throw new BadUsage('--role is needed: viewer, analyst, reviewer or admin')
  const password = await givenPassword(flags)
  const input = checked(newAccountSchema, { login, name: flags.name ?? login, role: flags.role, password })
  return issuedText(await createAccount(operator(), input))
}

async function changePassword(login: string, flags: Flags): Promise<string> {
  if (flags.role || flags.name) throw new BadUsage('--role and --name go with `account add`')
  return issuedText(await setPassword(operator(), { login: checked(loginSchema, login) }, await givenPassword(flags)))
}

async function list(): Promise<string> {
  const accounts = await listAccounts(operator())
  const width = Math.max(0, ...accounts.map(({ login }) => login.length))
  return accounts
    .map(
      ({ login, role, active, name }) =>
        `${login.padEnd(width)}  ${role.padEnd(8)}  ${active ? 'active  ' : 'inactive'}  ${name}\n`,
    )
    .join('')
}

async function answer([verb, ...words]: string[], flags: Flags): Promise<string> {
  if (verb === 'list' && words.length === 0) return list()
  if (verb === 'add' && words.length === 1) return add(words[0], flags)
  if (verb === 'password' && words.length === 1) return changePassword(words[0], flags)
  throw new BadUsage(
    verb
      ? 'wrong arguments; see `dyadwatch account --help`'
      : 'say add, password or list; see `dyadwatch account --help`',
  )
}

/** No such table: the database is there, but nothing has been set up in it. */
const isNotSetUp = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2021'

/** What is refused on purpose is a sentence in one of our own errors or a plain one; anything else deserves its stack. */
const isBug = (error: Error) =>
  !(error instanceof BadUsage || isDeskError(error) || isNotSetUp(error) || error.constructor === Error)

/** `dyadwatch account`: adds an account, sets a password, lists accounts. Wrong usage gives exit code 2, anything refused 1. */
export async function run(argv: string[]): Promise<number> {
  try {
    const { flags, words } = parsed(argv)
    process.stdout.write(flags.help ? USAGE : await answer(words, flags))
    return 0
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const message = isNotSetUp(error) ? 'the database is not set up yet: run `npx dyadwatch setup`' : error.message
    process.stderr.write(`dyadwatch account: ${message}\n`)
    if (isBug(error)) process.stderr.write(`${error.stack}\n`)
    return error instanceof BadUsage ? 2 : 1
  } finally {
    await closeStore()
  }
}
