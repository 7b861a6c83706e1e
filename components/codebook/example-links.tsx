import Link from 'next/link'
import { Fragment } from 'react'

const INCIDENT_ID = /RA-\d{3}/g
/** The dyad of the worked case that the codebook's examples come from. */
const CASE_DYAD = 'AZE-RUS'

interface ExamplePart {
  id: string
  /** What follows the id, up to the next. */
  text: string
}

function partsOf(example: string): ExamplePart[] {
  const found = [...example.matchAll(INCIDENT_ID)]
  return found.map((match, index) => ({
    id: match[0],
    text: example.slice(match.index + match[0].length, found[index + 1]?.index),
  }))
}

/** An example from the worked case, its incidents as links; says so where the case has none. */
export function ExampleLinks({ example }: { example: string }) {
  if (example === '') return <span className="text-muted">none</span>
  return partsOf(example).map(({ id, text }) => (
    <Fragment key={id}>
      <Link href={`/incidents/${CASE_DYAD}/${id}`} className="link whitespace-nowrap">
        {id}
      </Link>
      {text}
    </Fragment>
  ))
}
