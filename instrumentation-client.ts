import { navigationStarted } from "@/lib/client/pending-navigation";

/**
 * Runs before any other script. The CSP forbids eval. zod probes for eval once, which would log a CSP violation on every page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** Next.js calls it with the address of every navigation within the page. */
export const onRouterTransitionStart = navigationStarted;
