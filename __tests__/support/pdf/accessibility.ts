import { textsOf } from './content'
import { type Dict, Name, type PdfFile, type Ref, Stream, type Value } from './read-pdf'
import { allOf, type Element, type Structure, structureOf, textOf } from './structure'

/** What may stand in what; other types may hold anything. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI'],
}

/** The other way around. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TOCI: ['TOC'],
}

const STANDARD =
  'Document Sect H1 H2 H3 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Link Reference Note TOC TOCI'

const attribute = (file: PdfFile, { dict }: Element, key: string): Value | undefined =>
  file.get<Dict | undefined>(dict.get('A'))?.get(key)

/**
 * The faults of a PDF by the machine-checkable conditions of PDF/UA-1 (the Matterhorn Protocol) that a document of ours can break. None where it is right.
 */
export function accessibilityFaults(file: PdfFile): string[] {
  const structure = structureOf(file)
  return [
    ...structure.faults,
    ...propertyFaults(file),
    ...elementFaults(file, structure),
    ...headingFaults(structure),
    ...annotationFaults(file, structure),
    ...fontFaults(file),
  ]
}

function propertyFaults(file: PdfFile): string[] {
  const { catalog, metadata } = file
  const viewer = file.get<Dict | undefined>(catalog.get('ViewerPreferences'))
  const rules: [string, boolean][] = [
    ['the XMP says PDF/UA-1', /<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata)],
    ['the XMP has a title', /<dc:title>.*<rdf:li[^>]*>[^<]+</s.test(metadata)],
    ['the title stands in the window', viewer?.get('DisplayDocTitle') === true],
    ['the document has a language', typeof catalog.get('Lang') === 'string' && catalog.get('Lang') !== ''],
    ['it is marked', file.get<Dict>(catalog.get('MarkInfo')).get('Marked') === true],
    ['tabs follow the structure', file.pages.every((page) => (page.get('Tabs') as Name | undefined)?.name === 'S')],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => `not so: ${rule}`)
}

function elementFaults(file: PdfFile, { root }: Structure): string[] {
  const faults: string[] = []
  const standard = new Set(STANDARD.split(' '))
  const ids = new Set<string>()
  const visit = (element: Element, parent: string) => {
    const { type, children, dict } = element
    const types = children.map((child) => child.type)
    if (!standard.has(type)) faults.push(`${type} is no standard type`)
    if (CHILDREN[type] && types.some((one) => !CHILDREN[type].includes(one))) faults.push(`${type} holds ${types}`)
    if (PARENTS[type] && !PARENTS[type].includes(parent)) faults.push(`${type} stands in ${parent}`)
    if (type === 'Figure') {
      if (!dict.get('Alt')) faults.push('a figure without words in its place')
      if ((attribute(file, element, 'BBox') as Value[] | undefined)?.length !== 4)
        faults.push('a figure without its box')
    }
    if (type === 'TH' && !attribute(file, element, 'Scope')) faults.push('a head cell without scope')
    if (type === 'L' && !attribute(file, element, 'ListNumbering')) faults.push('a list without its numbering')
    if (type === 'Note') {
      const id = String(dict.get('ID') ?? '')
      if (id === '' || ids.has(id)) faults.push(`a note with the identifier “${id}”`)
      ids.add(id)
    }
    if (type === 'Table') {
      const rows = allOf(element).filter((one) => one.type === 'TR')
      if (new Set(rows.map((row) => row.children.length)).size > 1) faults.push('a table whose rows differ in length')
    }
    for (const child of children) visit(child, type)
  }
  visit(root, '')
  return faults
}

function headingFaults({ root }: Structure): string[] {
  const levels = allOf(root)
    .filter(({ type }) => /^H\d$/.test(type))
    .map(({ type }) => Number(type[1]))
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
  return skips.map((level) => `a heading of level ${level} stands too deep`)
}

function annotationFaults(file: PdfFile, { root }: Structure): string[] {
  const linked = new Set(allOf(root).flatMap(({ type, annotations }) => (type === 'Link' ? annotations : [])))
  const empty = allOf(root).filter((one) => one.type === 'Link' && (one.annotations.length === 0 || textOf(one) === ''))
  const names = file.get<Dict>(file.get<Dict>(file.catalog.get('Names')).get('Dests')).get('Names') as
    | Value[]
    | undefined
  const places = new Set((names ?? []).filter((_, index) => index % 2 === 0))
  const faults = empty.map(() => 'a link that leads nowhere or says nothing')
  for (const page of file.pages)
    for (const ref of (page.get('Annots') as Ref[] | undefined) ?? []) {
      const annotation = file.get<Dict>(ref)
      if (!linked.has(annotation)) faults.push('an annotation outside of a link')
      if (!annotation.get('Contents')) faults.push('an annotation without words')
      const action = file.get<Dict>(annotation.get('A'))
      const place = action.get('D')
      if (place !== undefined && !places.has(place))
        faults.push(`a link to a place that is not there: ${String(place)}`)
    }
  return faults
}

/** Every font is inside, and says what each of its characters stands for. */
export function fontFaults(file: PdfFile): string[] {
  const faults: string[] = []
  for (const page of file.pages)
    for (const ref of file.get<Dict>(file.get<Dict>(page.get('Resources')).get('Font') ?? new Map()).values()) {
      const font = file.get<Dict>(ref)
      const [descendant] = font.get('DescendantFonts') as Ref[]
      const descriptor = file.get<Dict>(file.get<Dict>(descendant).get('FontDescriptor'))
      const name = (font.get('BaseFont') as Name).name
      if (!(file.get(descriptor.get('FontFile2')) instanceof Stream)) faults.push(`${name} is not inside`)
      const texts = [...textsOf(file, font)].filter(([character]) => character > 0)
      if (texts.some(([, text]) => /^[\0\ufeff\ufffe]*$/.test(text)))
        faults.push(`${name} has a character without text`)
    }
  return faults
}

/** Everything in a file that could run something, or leads where no document of ours may lead. */
export function dangers(file: PdfFile): string[] {
  const found: string[] = []
  const visit = (value: Value) => {
    if (value instanceof Stream) visit(value.dict)
    else if (Array.isArray(value)) value.forEach(visit)
    else if (value instanceof Map)
      for (const [key, one] of value) {
        if (/^(JS|JavaScript|OpenAction|AA|EmbeddedFiles|EF|RichMedia|XFA|AcroForm)$/.test(key)) found.push(key)
        if (key === 'URI' && !/^https?:\/\//.test(String(one))) found.push(String(one))
        if (
          key === 'S' &&
          one instanceof Name &&
          /^(JavaScript|Launch|SubmitForm|ImportData|GoToR|GoToE)$/.test(one.name)
        )
          found.push(one.name)
        visit(one)
      }
  }
  for (const value of file.objects.values()) visit(value)
  return found
}
