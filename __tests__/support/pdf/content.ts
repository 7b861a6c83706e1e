import { type Dict, Keyword, type Name, type PdfFile, Scanner, type Stream, type Value } from './read-pdf'

/** Text or shapes of a page that stand in one marked content. */
export interface Content {
  /** Null for an artifact, and for what is marked as nothing. */
  mcid: number | null
  isArtifact: boolean
  tag: string
  text: string
  /** Operators that paint. */
  painted: number
}

const PAINTS: ReadonlySet<string> = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'TJ', 'Tj', 'Do', 'sh'])

/** Texts by the characters of a font, from its ToUnicode. */
export function textsOf(file: PdfFile, font: Dict): Map<number, string> {
  const cmap = Buffer.from(file.get<Stream>(font.get('ToUnicode')).bytes).toString('latin1')
  const texts = new Map<number, string>()
  for (const [, from, , list] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g))
    for (const [index, [, digits]] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const units = (digits.match(/\w{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
      texts.set(Number.parseInt(from, 16) + index, String.fromCharCode(...units))
    }
  return texts
}

/** The marked contents of a page, in their order, and what is painted outside of any. */
export function contentsOf(file: PdfFile, page: Dict): Content[] {
  const fonts = file.get<Dict>(file.get<Dict>(page.get('Resources')).get('Font') ?? new Map())
  const texts = new Map([...fonts].map(([name, font]) => [name, textsOf(file, file.get<Dict>(font))]))
  const scanner = new Scanner(Buffer.from(file.get<Stream>(page.get('Contents')).bytes).toString('latin1'))
  const outside: Content = { mcid: null, isArtifact: false, tag: '', text: '', painted: 0 }
  const [all, open]: [Content[], Content[]] = [[outside], [outside]]
  let operands: Value[] = []
  let font = new Map<number, string>()
  while (!scanner.isAtEnd) {
    const value = scanner.value()
    if (!(value instanceof Keyword)) {
      operands.push(value)
      continue
    }
    const { word } = value
    const here = open[open.length - 1]
    if (word === 'BDC' || word === 'BMC') {
      const [tag, more] = operands as [Name, Dict | undefined]
      const next = {
        mcid: (more?.get('MCID') as number | undefined) ?? null,
        isArtifact: tag.name === 'Artifact',
        tag: tag.name,
        text: '',
        painted: 0,
      }
      if (open.length > 1) throw new Error(`${tag.name} stands inside of ${here.tag}`)
      open.push(next)
      all.push(next)
    } else if (word === 'EMC') open.pop()
    else if (word === 'Tf') font = texts.get((operands[0] as Name).name) ?? new Map()
    else if (word === 'TJ') here.text += shown(operands[0] as Value[], font)
    if (PAINTS.has(word)) here.painted++
    operands = []
  }
  if (open.length !== 1) throw new Error('a marked content without an end')
  return all
}

function shown(items: readonly Value[], font: ReadonlyMap<number, string>): string {
  let text = ''
  for (const item of items) {
    if (typeof item !== 'string') continue
    for (let at = 0; at < item.length; at += 2) {
      const character = item.charCodeAt(at) * 256 + item.charCodeAt(at + 1)
      const one = font.get(character)
      if (character === 0 || one === undefined) throw new Error(`character ${character} stands for nothing`)
      text += one
    }
  }
  return text
}
