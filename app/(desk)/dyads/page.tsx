import { redirect } from 'next/navigation'

/** The dyads are listed on the overview. */
export default function Dyads() {
  redirect('/')
}
