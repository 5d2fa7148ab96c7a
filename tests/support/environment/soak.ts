/**
 * A size that a test has twice: small in `npm test`, large in `npm run test:soak`. The assertions are the same. The short form
 * reaches each state at least once; the long form reaches it at more moments.
 */
export function sized<T>(short: T, long: T): T {
  return process.env.TEST_SOAK === "1" ? long : short;
}
