/** The name that public/pass-worker.js gives its caches. */
const prefix = "fitflow-pass-";

/** Deletes the passes that this browser keeps for a bad network: at every sign-in, sign-out and change of person. */
export async function forgetPasses(): Promise<void> {
  if (!("caches" in window)) return;
  try {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  } catch {
    // A browser that keeps no caches, such as in a private window, keeps no pass either.
  }
}
