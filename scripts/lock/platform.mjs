const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

/**
 * The platform of a package, derived from its name (`@next/swc-darwin-arm64`, `…-linux-x64-musl`).
 *
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 */
export function platformOf(name) {
  const parts = name.split("/").at(-1)?.split("-") ?? [];
  const system = SYSTEMS.find((known) =>
    parts.includes(known === "win32" && parts.includes("windows") ? "windows" : known),
  );
  const processor = PROCESSORS.find((known) => parts.includes(known));
  const musl = parts.some((part) => part.startsWith("musl"));
  const glibc = parts.some((part) => part.startsWith("gnu"));
  return {
    ...(system && { os: [system] }),
    ...(processor && { cpu: [processor] }),
    ...(system === "linux" && (musl || glibc) && { libc: [musl ? "musl" : "glibc"] }),
  };
}
