/**
 * Runs before any other script. The CSP forbids eval. zod probes for eval once, which would log a CSP violation on every page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
