/** Adds a same-origin script once. Resolves when it has run. */
export function loadScript(src: string): Promise<void> {
  const known = document.querySelector<HTMLScriptElement>(`script[src="${src}"]`);
  if (known?.dataset.loaded) return Promise.resolve();
  const script = known ?? document.createElement("script");
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => {
      script.dataset.loaded = "true";
      resolve();
    });
    script.addEventListener("error", () => reject(new Error(`${src} did not load`)));
    if (known) return;
    script.src = src;
    document.head.append(script);
  });
}
