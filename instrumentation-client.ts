/**
 * Runs before any other script of ours. The pages forbid code that is made from text; zod would try that once, go on
 * without it, and leave a report of a broken policy on every page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
