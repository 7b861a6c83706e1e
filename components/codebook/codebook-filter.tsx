import Form from 'next/form'
import Link from 'next/link'
import { Button, LinkButton } from '@/components/ui/button'
import { CategoryMark } from '@/components/ui/category-mark'
import { classes } from '@/components/ui/classes'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { CATEGORIES, type Category } from '@/lib/core/codebook'

/** The codebook's address with a search and a category; without either, the whole of it. */
export function codebookPath(search: { q?: string; category?: Category }): string {
  const query = new URLSearchParams()
  if (search.q) query.set('q', search.q)
  if (search.category) query.set('category', search.category)
  return query.size === 0 ? '/codebook' : `/codebook?${query}`
}

/** Search by code or words, and a choice of category. All of it is in the address, so it needs no script. */
export function CodebookFilter({ q, category }: { q: string; category?: Category }) {
  const choice = (label: Category | undefined, current: boolean) =>
    classes(
      'inline-flex h-8 items-center rounded border px-2.5 text-sm',
      current ? 'border-ink font-semibold' : 'border-line text-muted hover:border-line-strong hover:text-ink',
      label === undefined && 'min-w-12 justify-center',
    )
  return (
    <div className="mb-6 flex flex-col gap-3" data-print="hide">
      <Form action="/codebook" role="search" aria-label="Codebook" className="flex max-w-xl items-end gap-2">
        {category && <input type="hidden" name="category" value={category} />}
        <Field label="Search the codebook" name="q" id="codebook-q" hideLabel className="flex-1">
          <TextInput type="search" defaultValue={q} key={q} placeholder="Code or words: DIP+2, consulate, arrested" />
        </Field>
        <Button type="submit">Search</Button>
        {q !== '' && (
          <LinkButton href={codebookPath({ category })} variant="quiet">
            Clear
          </LinkButton>
        )}
      </Form>
      <nav aria-label="Category">
        <ul className="flex flex-wrap gap-1.5">
          <li>
            <Link
              href={codebookPath({ q })}
              aria-current={category === undefined ? 'true' : undefined}
              className={choice(undefined, category === undefined)}
            >
              All
            </Link>
          </li>
          {CATEGORIES.map((each) => (
            <li key={each}>
              <Link
                href={codebookPath({ q, category: each })}
                aria-current={each === category ? 'true' : undefined}
                className={choice(each, each === category)}
              >
                <CategoryMark category={each} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
