const WINDOW_MS = 61_000;
/** The limit is 12,000 requests per organization, minute and process. */
const PER_WINDOW = 11_000;

/** Waits if the next requests would exceed the rate limit. */
export class RateLimitPacer {
  private began = 0;
  private spent = 0;

  async before(requests: number, onWait: (seconds: number) => void): Promise<void> {
    const age = performance.now() - this.began;
    if (age < WINDOW_MS && this.spent + requests > PER_WINDOW) {
      onWait(Math.ceil((WINDOW_MS - age) / 1_000));
      await new Promise((resolve) => setTimeout(resolve, WINDOW_MS - age));
      this.spent = 0;
    }
    if (performance.now() - this.began >= WINDOW_MS) {
      this.began = performance.now();
      this.spent = 0;
    }
    this.spent += requests;
  }
}
