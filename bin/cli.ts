/** A command: takes its own arguments, gives the exit code. */
interface Command {
  run: (argv: string[]) => Promise<number>
}

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  score: () => import('./commands/score'),
  setup: () => import('./commands/setup'),
  account: () => import('./commands/account'),
  rebuild: () => import('./commands/rebuild'),
  audit: () => import('./commands/audit'),
  seal: () => import('./commands/seal'),
  verify: () => import('./commands/verify'),
  brief: () => import('./commands/brief'),
}

const USAGE = `Usage: dyadwatch COMMAND

  score FILE [--from D] [--to D] [--grain day|week] [--contributions D] [--params FILE]
                 score a record of incidents in JSON, without a database
  setup          prepare the database: migrate, load the case, make the accounts
  account        add an account or set a password
  rebuild        make the stored weekly series anew from the record, and say where it differed
  audit [--seal HASH] [--all]
                 recompute the whole record, or what a seal covers, and name the first mismatch
  seal           seal the record as it stands, and print the hash to keep outside
  brief DYAD... --week W [--format F] -o FILE
                 make a briefing: pdf, docx, pptx, md, html, xlsx, zip, or all into a folder
  verify PACKAGE.zip
                 make the figures of a briefing's data package again from what is in it, and say yes or where it differs
  help           show this text
`

async function main([name = 'help', ...argv]: string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(USAGE)
    return 0
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`dyadwatch: unknown command ${JSON.stringify(name)}; try \`dyadwatch help\`\n`)
    return 2
  }
  const { run } = await COMMANDS[name]()
  return run(argv)
}

// A reader that stops early, as `head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // A sentence is for the person at the keyboard; the rest is there for whoever asks with DEBUG.
    process.stderr.write(`dyadwatch: ${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.DEBUG) console.error(error)
    process.exitCode = 1
  },
)
