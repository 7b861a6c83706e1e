import { inflateSync } from 'node:zlib'

/** A name of the file format, `/Type`. */
export class Name {
  constructor(readonly name: string) {}
}

/** A reference to another object. */
export class Ref {
  constructor(readonly id: number) {}
}

/** An operator of a page's content, or a keyword between objects. */
export class Keyword {
  constructor(readonly word: string) {}
}

export type Dict = Map<string, Value>
export type Value = number | boolean | null | string | Name | Ref | Keyword | Stream | Value[] | Dict

export class Stream {
  constructor(
    readonly dict: Dict,
    readonly bytes: Uint8Array,
  ) {}
}

const SPACE = /[\0\t\n\f\r ]/
const ENDS_WORD = /[\0\t\n\f\r ()<>[\]{}/%]/

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads the format's tokens from text with a character a byte. */
export class Scanner {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  get isAtEnd(): boolean {
    this.#skip()
    return this.at >= this.text.length
  }

  value(): Value {
    this.#skip()
    const [sign, next] = [this.text[this.at], this.text[this.at + 1]]
    if (sign === '/') return new Name(this.#name())
    if (sign === '(') return this.#string()
    if (sign === '[') return this.#array()
    if (sign === '<' && next === '<') return this.#dict()
    if (sign === '<') return this.#hex()
    const word = this.#word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[-+.\d]/.test(word)) return new Keyword(word)
    const number = Number(word)
    if (Number.isNaN(number)) throw new Error(`no number: ${word} at ${this.at}`)
    return this.#reference(number) ?? number
  }

  #skip(): void {
    while (this.at < this.text.length && SPACE.test(this.text[this.at])) this.at++
  }

  #word(): string {
    const from = this.at
    while (this.at < this.text.length && !ENDS_WORD.test(this.text[this.at])) this.at++
    if (this.at === from) throw new Error(`nothing to read at ${from}: ${this.text.slice(from, from + 20)}`)
    return this.text.slice(from, this.at)
  }

  #reference(id: number): Ref | null {
    const found = /^ (\d+) R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 12))
    if (!found) return null
    this.at += found[0].length
    return new Ref(id)
  }

  #name(): string {
    this.at++
    const from = this.at
    while (this.at < this.text.length && !ENDS_WORD.test(this.text[this.at])) this.at++
    return this.text.slice(from, this.at).replace(/#(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  }

  #string(): string {
    let [depth, result] = [1, '']
    for (this.at++; ; this.at++) {
      const sign = this.text[this.at]
      if (sign === undefined) throw new Error('a string without an end')
      if (sign === '\\') {
        const escaped = this.text[++this.at]
        result += ESCAPES[escaped] ?? escaped
        continue
      }
      if (sign === '(') depth++
      if (sign === ')' && --depth === 0) break
      result += sign
    }
    this.at++
    return decoded(result)
  }

  #hex(): string {
    const end = this.text.indexOf('>', this.at)
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, '')
    this.at = end + 1
    return (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')
  }

  #array(): Value[] {
    this.at++
    const items: Value[] = []
    for (this.#skip(); this.text[this.at] !== ']'; this.#skip()) items.push(this.value())
    this.at++
    return items
  }

  #dict(): Dict {
    this.at += 2
    const dict: Dict = new Map()
    for (this.#skip(); this.text[this.at] !== '>'; this.#skip()) {
      const key = this.#name()
      dict.set(key, this.value())
    }
    this.at += 2
    return dict
  }
}

/** Text of a property: UTF-16 with its mark, or one byte a character. */
function decoded(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}

/** A PDF whose objects stand in the open, as ours do. */
export class PdfFile {
  readonly trailer: Dict
  readonly objects = new Map<number, Value>()

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
    const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40))
    if (!table) throw new Error('no table of objects')
    const rows = start + table[0].length
    for (let id = 1; id < Number(table[1]); id++) {
      const offset = Number(text.slice(rows + id * 20, rows + id * 20 + 10))
      this.objects.set(id, this.#object(text, offset, id))
    }
    const at = text.indexOf('trailer', rows) + 'trailer'.length
    this.trailer = new Scanner(text, at).value() as Dict
  }

  #object(text: string, offset: number, id: number): Value {
    const head = `${id} 0 obj`
    if (!text.startsWith(head, offset)) throw new Error(`object ${id} is not where the table says`)
    const scanner = new Scanner(text, offset + head.length)
    const value = scanner.value()
    const next = scanner.value()
    if (!(next instanceof Keyword) || next.word !== 'stream') return value
    const dict = value as Dict
    const from = scanner.at + 1
    const raw = Buffer.from(text.slice(from, from + (dict.get('Length') as number)), 'latin1')
    const isPacked = (dict.get('Filter') as Name | undefined)?.name === 'FlateDecode'
    return new Stream(dict, isPacked ? inflateSync(raw) : raw)
  }

  /** What stands behind a reference, or the value itself. */
  get<T extends Value | undefined>(value: Value | undefined): T {
    return (value instanceof Ref ? this.objects.get(value.id) : value) as T
  }

  get catalog(): Dict {
    return this.get(this.trailer.get('Root'))
  }

  get info(): Dict {
    return this.get(this.trailer.get('Info'))
  }

  get pages(): Dict[] {
    const pages = this.get<Dict>(this.catalog.get('Pages'))
    return (pages.get('Kids') as Value[]).map((page) => this.get<Dict>(page))
  }

  /** The XMP. */
  get metadata(): string {
    return Buffer.from(this.get<Stream>(this.catalog.get('Metadata')).bytes).toString('utf8')
  }
}
