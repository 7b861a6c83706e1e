import { type Content, contentsOf } from './content'
import { type Dict, type Name, type PdfFile, Ref, type Value } from './read-pdf'

/** An element of a document's structure. */
export interface Element {
  type: string
  dict: Dict
  children: Element[]
  /** Its own text, without that of its children. */
  own: string
  /** Annotations in it. */
  annotations: Dict[]
}

/** All text of an element, in the order of reading, a space between elements. */
export const textOf = ({ own, children }: Element): string =>
  [own, ...children.map(textOf)].filter((text) => text !== '').join(' ')

/** An element and all in it, in the order of reading. */
export const allOf = (element: Element): Element[] => [element, ...element.children.flatMap(allOf)]

export interface Structure {
  root: Element
  /** By page. */
  contents: Content[][]
  /** Marked contents that no element names, or more than one. */
  faults: string[]
}

/** Reads a document's structure with the text of its pages. */
export function structureOf(file: PdfFile): Structure {
  const tree = file.get<Dict>(file.catalog.get('StructTreeRoot'))
  const pageRefs = (file.get<Dict>(file.catalog.get('Pages')).get('Kids') as Ref[]).map(({ id }) => id)
  const contents = file.pages.map((page) => contentsOf(file, page))
  const parents = parentTree(tree)
  const faults: string[] = []
  const seen = new Set<string>()

  const textAt = (page: number, mcid: number, element: number): string => {
    const key = `page ${page + 1}, content ${mcid}`
    if (seen.has(key)) faults.push(`${key} is named twice`)
    seen.add(key)
    const key2 = file.pages[page].get('StructParents') as number
    const parent = (parents.get(key2) as Value[])[mcid]
    if (!(parent instanceof Ref) || parent.id !== element)
      faults.push(`${key} has another parent in the tree of parents`)
    const content = contents[page].find((one) => one.mcid === mcid)
    if (!content) faults.push(`${key} is not on the page`)
    return content?.text ?? ''
  }

  const read = (id: number): Element => {
    const dict = file.objects.get(id) as Dict
    const element: Element = { type: (dict.get('S') as Name).name, dict, children: [], own: '', annotations: [] }
    const pageOf = (page: Value | undefined) => pageRefs.indexOf((page as Ref | undefined)?.id ?? -1)
    for (const kid of [file.get<Value>(dict.get('K') ?? [])].flat() as Value[]) {
      if (typeof kid === 'number') element.own += textAt(pageOf(dict.get('Pg')), kid, id)
      else if (kid instanceof Ref) element.children.push(read(kid.id))
      else if (kid instanceof Map && (kid.get('Type') as Name).name === 'MCR')
        element.own += textAt(pageOf(kid.get('Pg')), kid.get('MCID') as number, id)
      else if (kid instanceof Map) {
        const annotation = file.get<Dict>(kid.get('Obj'))
        const page = file.pages[pageOf(kid.get('Pg'))]
        const listed = (page.get('Annots') as Ref[]).some((one) => file.get(one) === annotation)
        if (!listed) faults.push('an annotation is said to stand on a page that it does not stand on')
        const parent = parents.get(annotation.get('StructParent') as number)
        if (!(parent instanceof Ref) || parent.id !== id) faults.push('an annotation has another parent')
        element.annotations.push(annotation)
      }
    }
    return element
  }

  const [first] = [tree.get('K')].flat() as Ref[]
  const root = read(first.id)
  for (const [page, ones] of contents.entries())
    for (const { mcid, isArtifact, painted, text } of ones) {
      if (mcid === null && !isArtifact && painted > 0) faults.push(`page ${page + 1}: ${painted} marks are not marked`)
      if (mcid !== null && !seen.has(`page ${page + 1}, content ${mcid}`))
        faults.push(`page ${page + 1}: no element has “${text}”`)
    }
  return { root, contents, faults }
}

function parentTree(tree: Dict): Map<number, Value> {
  const numbers = (tree.get('ParentTree') as Dict).get('Nums') as Value[]
  const parents = new Map<number, Value>()
  for (let at = 0; at < numbers.length; at += 2) parents.set(numbers[at] as number, numbers[at + 1])
  return parents
}
