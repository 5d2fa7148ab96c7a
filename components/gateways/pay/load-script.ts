const loading = new Map<string, Promise<void>>();

/**
 * Loads a script of a vendor once, where its form is shown and nowhere else. The page's policy lets it in, because a script of ours
 * loads it.
 */
export function loadScript(src: string): Promise<void> {
  const known = loading.get(src);
  if (known) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(src);
      script.remove();
      reject(new Error(`${src} was not loaded`));
    };
    document.head.append(script);
  });
  loading.set(src, loaded);
  return loaded;
}
