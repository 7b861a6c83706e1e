import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** A mail server of a test's own: takes whatever it is sent, or refuses while it is told to. It knows no mailbox of `nobody`. */
export interface TestMail {
  port: number
  /** What it took, each as it came over the wire. */
  mails: string[]
  /** Refuses mail from now on, or takes it again. */
  refuse: (refuses: boolean) => void
  /** Answers nothing that it was handed from now on, or answers it. */
  dawdle: (dawdles: boolean) => void
  stop: () => Promise<void>
}

/** Speaks as much SMTP as a client needs to hand over a message. */
export async function startMail(): Promise<TestMail> {
  const mails: string[] = []
  let refuses = false
  let dawdles = false
  const unanswered: (() => void)[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    let text = ''
    let inData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('data', (chunk) => {
      text += String(chunk)
      for (;;) {
        const end = inData ? '\r\n.\r\n' : '\r\n'
        const at = text.indexOf(end)
        if (at === -1) return
        const part = text.slice(0, at)
        text = text.slice(at + end.length)
        if (inData) {
          mails.push(part)
          inData = false
          if (dawdles) unanswered.push(() => say('250 taken'))
          else say('250 taken')
        } else if (/^DATA/i.test(part)) {
          inData = true
          say('354 go on')
        } else if (/^QUIT/i.test(part)) {
          say('221 bye')
          socket.end()
        } else if (/^MAIL/i.test(part) && refuses) say('451 not now')
        else if (/^RCPT TO:<nobody@/i.test(part)) say('550 no such mailbox')
        else say('250 ok')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  const dawdle = (now: boolean) => {
    dawdles = now
    if (!now) for (const answer of unanswered.splice(0)) answer()
  }
  return { port, mails, refuse: (now) => (refuses = now), dawdle, stop }
}
