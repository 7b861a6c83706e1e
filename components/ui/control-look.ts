/** The look that text inputs, selects and the combobox share. */
export const CONTROL_LOOK =
  'w-full min-w-0 rounded border border-line-strong bg-raised px-2.5 text-sm text-ink ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken ' +
  'aria-invalid:border-danger focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-focus'
