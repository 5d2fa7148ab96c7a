const WINDOW_MS = 61_000;
/** The limit is 12,000 requests per organization and minute, whichever process answers. */
const PER_WINDOW = 11_000;

/** Waits if the next requests would exceed the rate limit, wherever its window begins. */
export class RateLimitPacer {
  private sent: { until: number; requests: number }[] = [];

  async before(requests: number, onWait: (seconds: number) => void): Promise<void> {
    const now = performance.now();
    // The requests of the last call end with this call at the latest.
    const last = this.sent.at(-1);
    if (last) last.until = now;
    this.sent = this.sent.filter(({ until }) => now - until < WINDOW_MS);
    while (this.spent() + requests > PER_WINDOW) {
      const oldest = this.sent.shift();
      if (!oldest) break;
      const wait_ms = oldest.until + WINDOW_MS - performance.now();
      if (wait_ms <= 0) continue;
      onWait(Math.ceil(wait_ms / 1_000));
      await new Promise((resolve) => setTimeout(resolve, wait_ms));
    }
    this.sent.push({ until: performance.now(), requests });
  }

  private spent = () => this.sent.reduce((sum, { requests }) => sum + requests, 0);
}
