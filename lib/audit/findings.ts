import type { Transaction } from '@/lib/db/transaction'
import type { Fault } from './fault'
import { atOneMoment } from './pages'

/** Faults as they are found, up to a number: what comes after is not looked for. */
export class Findings {
  readonly faults: Fault[] = []

  constructor(private readonly most: number) {}

  get full(): boolean {
    return this.faults.length >= this.most
  }

  /** Looks for faults at one moment, in a transaction of its own; not at all where there are enough. */
  async look(read: (tx: Transaction) => AsyncGenerator<Fault>): Promise<void> {
    if (!this.full) await atOneMoment((tx) => this.take(read(tx)))
  }

  private async take(found: AsyncGenerator<Fault>): Promise<void> {
    for await (const fault of found) {
      this.faults.push(fault)
      if (this.full) return
    }
  }
}
