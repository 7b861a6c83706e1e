'use client'

import type { RefObject } from 'react'
import { labelOf } from '@/components/incidents/form/field-errors'
import { focusField } from '@/components/incidents/form/focus-field'
import { Callout } from '@/components/ui/callout'

/** Something that stopped a save: faults by field in the form's order, or one sentence. */
export interface Failure {
  message: string
  fields: { path: string; message: string }[]
  signedOut?: boolean
}

/** Why nothing was saved, with a link to each field at fault. */
export function ErrorSummary({ failure, form }: { failure: Failure; form: RefObject<HTMLFormElement | null> }) {
  return (
    <Callout tone="danger" role="alert" title={failure.message} id="why-not-saved">
      {failure.signedOut && (
        <p className="mt-1">
          What you typed is kept.{' '}
          <a className="link font-medium" href="/sign-in?next=/account" target="_blank" rel="noreferrer">
            Sign in again (in a new tab)
          </a>
          , then come back here and save once more.
        </p>
      )}
      {failure.fields.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {failure.fields.map(({ path, message }) => (
            <li key={path}>
              <a
                className="link"
                href={`#${path}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(form.current, path)
                }}
              >
                {labelOf(path)}
              </a>
              : {message}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  )
}
