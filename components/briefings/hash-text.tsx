/** A hash in full: it breaks where it must, and is chosen as a whole. */
export function HashText({ hash }: { hash: string }) {
  return <code className="font-mono text-xs break-all select-all">{hash}</code>
}
