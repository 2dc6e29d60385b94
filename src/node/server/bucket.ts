/** A token bucket: `burst` at once, `perSecond` over time. The clock is an argument, so that a test needs none. */
export class Bucket {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #seen: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
    this.#seen = now;
  }

  /** Whether one more is allowed at `now` (milliseconds). */
  take(now: number): boolean {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#seen) / 1000) * this.#perSecond);
    this.#seen = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** A bucket for each key; a key that was quiet long enough to be full again is forgotten. */
export class Buckets {
  readonly #make: (now: number) => Bucket;
  readonly #limit: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(burst: number, perSecond: number, limit = 10_000) {
    this.#make = (now) => new Bucket(burst, perSecond, now);
    this.#limit = limit;
  }

  take(key: string, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? this.#make(now);
    // Re-inserted, so the map's order is by last use and the oldest goes first.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#limit) break;
      this.#buckets.delete(oldest);
    }
    return bucket.take(now);
  }
}
