import PQueue from 'p-queue';

/** Attempts of one kind that run at once in this process. */
const MAX_AT_ONCE = 32;
/** Of these, to one receiver: when it is the only one (a mail server), and when it is one of many (apps). */
const PER_RECEIVER = { 'one receiver': 8, 'many receivers': 2 } as const;

/** Bounds the attempts that run at once. A receiver that is slow keeps its own messages waiting, and no others. */
export class Places {
  private readonly all = new PQueue({ concurrency: MAX_AT_ONCE });
  private readonly receivers = new Map<string, PQueue>();

  constructor(private readonly kind: keyof typeof PER_RECEIVER) {}

  /** Runs the work when its receiver, and then the lane, has room. @throws whatever the work throws */
  async run(receiver: string, work: () => Promise<void>): Promise<void> {
    const queue = this.queueOf(receiver);
    try {
      await queue.add(() => this.all.add(work));
    } finally {
      if (queue.size === 0 && queue.pending === 0) this.receivers.delete(receiver);
    }
  }

  private queueOf(receiver: string): PQueue {
    const known = this.receivers.get(receiver);
    if (known !== undefined) return known;
    const queue = new PQueue({ concurrency: PER_RECEIVER[this.kind] });
    this.receivers.set(receiver, queue);
    return queue;
  }
}
