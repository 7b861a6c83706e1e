import { markText } from '@/lib/briefings/model/terms'
import { MarkdownText } from './markdown/blocks'
import { escapeText, lineOf } from './markdown/escape'
import type { Renderer, Rendering } from './rendering'

/**
 * A briefing as Markdown: CommonMark with the tables and footnotes of GitHub's. Charts are told in words. What people typed stays text.
 * O(document).
 */
export function markdownOf({ document }: Pick<Rendering, 'document'>): string {
  const { title, subtitle, asOfText, mark, team, provenance, sections } = document
  const text = new MarkdownText(document)
  const marked = `**${markText(mark)}**`
  const line = (typed: string) => lineOf(escapeText(typed))
  const parts = [
    marked,
    line(team.name),
    `# ${escapeText(title)}`,
    line(subtitle),
    line(asOfText),
    ...sections.map((section) => text.section(section)),
    text.sources(),
    '---',
    line(team.footer),
    line(provenance),
    marked,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** The Markdown file as bytes. */
export const renderMarkdown: Renderer = async (rendering, { signal, onProgress } = {}) => {
  signal?.throwIfAborted()
  const bytes = new TextEncoder().encode(markdownOf(rendering))
  onProgress?.(1)
  return bytes
}
